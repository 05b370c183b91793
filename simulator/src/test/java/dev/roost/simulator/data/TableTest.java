package dev.roost.simulator.data;

import static dev.roost.simulator.Gen.forAll;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roost.simulator.Gen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TableTest {

  private static final Table TABLE = new Table(',', List.of("a", "b"), List.of("c"), false);

  @TempDir Path folder;

  private List<List<String>> read(String text, Problems problems) {
    return read("t.csv", text.getBytes(UTF_8), problems);
  }

  private List<List<String>> read(String name, byte[] bytes, Problems problems) {
    var rows = new ArrayList<List<String>>();
    try {
      var file = Files.write(folder.resolve(name), bytes);
      long count = TABLE.read(file, problems, row -> rows.add(row.fields()));
      assertThat(count).isEqualTo(rows.size() + problems.count());
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] zipped(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void readsBackWhatIsQuotedByTheRules() {
    forAll(
        gen -> {
          String line = gen.either() ? "\r\n" : "\n";
          var rows = new ArrayList<List<String>>();
          var text = new StringBuilder(gen.either() ? "\ufeff" : "").append("a,b").append(line);
          for (int i = gen.whole(0, 8); i > 0; i--) {
            var row = List.of(field(gen), field(gen) + "x");
            rows.add(row);
            text.append(quoted(row.get(0))).append(',').append(quoted(row.get(1))).append(line);
          }

          assertThat(read(text.toString(), new Problems())).isEqualTo(rows);
        });
  }

  private static String field(Gen gen) {
    var text = new StringBuilder();
    for (int i = gen.whole(0, 6); i > 0; i--) {
      text.append("ab ,\"\né\t;".charAt(gen.whole(0, 9)));
    }
    return text.toString();
  }

  private static String quoted(String field) {
    return '"' + field.replace("\"", "\"\"") + '"';
  }

  @Test
  void readsCompressedFiles() throws IOException {
    assertThat(read("t.csv.gz", zipped("a,b\n1,2\n"), new Problems()))
        .containsExactly(List.of("1", "2"));
  }

  @Test
  void reportsRowsOfAnotherLengthByLine() {
    var problems = new Problems();

    assertThat(read("a,b\n1,2\n3\n\n\"4\n4\",5,6\n7,8\n", problems))
        .containsExactly(List.of("1", "2"), List.of("7", "8"));
    assertThat(problems.first())
        .extracting(RowProblem::toString)
        .containsExactly("t.csv:3: 1 fields; expected 2", "t.csv:5: 3 fields; expected 2");
  }

  @Test
  void refusesAQuoteThatIsNeverClosed() {
    refuses("a,b\n1,\"2\n3,4\n", "odd");
  }

  @Test
  void refusesTextBehindAClosingQuote() {
    refuses("a,b\n1,\"2\"3\n", "t.csv:1");
  }

  @Test
  void refusesOtherColumns() {
    refuses("", "no header");
    refuses("a\n1\n", "column b is missing");
    refuses("a,b,d\n1,2,3\n", "unknown column d");
    refuses("a,b,b\n1,2,3\n", "column b is there twice");
  }

  private void refuses(String text, String message) {
    assertThatExceptionOfType(InvalidDataException.class)
        .isThrownBy(() -> read(text, new Problems()))
        .withMessageContaining(message);
  }

  @Test
  void refusesWhatIsNoText() {
    assertThatExceptionOfType(InvalidDataException.class)
        .isThrownBy(
            () -> read("t.csv", new byte[] {'a', ',', 'b', '\n', (byte) 0xff}, new Problems()))
        .withMessageContaining("MalformedInput");
  }

  @Test
  void refusesCompressedDataCutShort() throws IOException {
    byte[] whole = zipped("a,b\n" + "1,2\n".repeat(1_000));
    for (int length : new int[] {3, 20, whole.length - 9}) {
      assertThatExceptionOfType(InvalidDataException.class)
          .isThrownBy(() -> read("t.csv.gz", Arrays.copyOf(whole, length), new Problems()))
          .withMessageContaining("cannot be read");
    }
  }
}
