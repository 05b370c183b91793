package dev.roost.model.train;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roost.model.ExampleGen;
import dev.roost.model.Gen;
import dev.roost.model.feature.FeatureSchema;
import dev.roost.model.learn.Example;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

final class ExampleFileTest {

  private static byte[] bytes(List<Example> examples) {
    var bytes = new ByteArrayOutputStream();
    try (var writer = new ExampleFile.Writer(bytes)) {
      for (var example : examples) {
        writer.write(example);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static List<Example> read(byte[] bytes) {
    try {
      return ExampleFile.read(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  @Test
  void whatWasWrittenIsRead() {
    forAll(
        gen -> {
          var examples = ExampleGen.learnable(gen, gen.whole(0, 40));

          var read = read(bytes(examples));

          assertThat(read).hasSameSizeAs(examples);
          for (int i = 0; i < read.size(); i++) {
            assertThat(read.get(i))
                .usingRecursiveComparison()
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(examples.get(i));
          }
        });
  }

  @Test
  void aFileThatWasNotFinishedIsRefused() {
    byte[] whole = bytes(ExampleGen.learnable(Gen.ofSeed(1), 30));

    assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length / 2)))
        .hasMessageContaining("was not finished");
  }

  @Test
  void whatIsNoFileOfExamplesIsRefused() throws IOException {
    assertThatThrownBy(() -> read("a,b,c,d,e,f,g".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("no examples from example 1 on");
    var other = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(other)) {
      zip.write("something else".getBytes(StandardCharsets.UTF_8));
    }
    assertThatThrownBy(() -> read(other.toByteArray())).hasMessageContaining("magic number");
  }

  @Test
  void examplesOfAnotherSchemaAreRefused() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(new GZIPOutputStream(bytes))) {
      out.writeInt(0x524f4558);
      out.writeInt(1);
      out.writeUTF("0000");
    }

    assertThatThrownBy(() -> read(bytes.toByteArray()))
        .hasMessageContaining("0000")
        .hasMessageContaining(FeatureSchema.standard().hash());
  }

  @Test
  void aByteThatChangedIsNoticed() {
    byte[] bytes = bytes(ExampleGen.learnable(Gen.ofSeed(2), 30));
    bytes[bytes.length - 100] ^= 1;

    assertThatThrownBy(() -> read(bytes)).isInstanceOf(UncheckedIOException.class);
  }
}
