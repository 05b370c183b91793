package dev.roost.actors.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.feature.FeatureSchema;
import dev.roost.model.feed.Source;
import dev.roost.model.learn.Example;
import dev.roost.model.train.ExampleFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExampleFolderTest {

  private static final List<Example> EXAMPLES =
      IntStream.range(0, 25).mapToObj(ExampleFolderTest::example).toList();

  @TempDir Path dir = Path.of("");

  private static Example example(int item) {
    return Example.of(
        new Example.Served(
            new RequestId(1),
            new UserId(2),
            Profile.unknown(),
            new ItemId(item),
            new UserId(3),
            "",
            Source.FRESH,
            item,
            Double.NaN,
            "",
            Instant.EPOCH),
        new float[FeatureSchema.standard().size()],
        1,
        0,
        1);
  }

  private ExampleFolder open(int perFile, int files) throws IOException {
    return new ExampleFolder(new ExampleLogSettings(dir.toString(), perFile, files));
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(dir)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  private List<Long> items() throws IOException {
    var items = new ArrayList<Long>();
    for (var name : names()) {
      try (var in = Files.newInputStream(dir.resolve(name))) {
        ExampleFile.read(in).forEach(example -> items.add(example.served().item().value()));
      }
    }
    return items;
  }

  @Test
  void examplesAreInFullFilesAndTheLastOneAtTheEnd() throws IOException {
    try (var folder = open(10, 9)) {
      folder.add(EXAMPLES.subList(0, 7));
      folder.add(EXAMPLES.subList(7, 25));
      assertThat(names())
          .containsExactly("examples-000001.roex", "examples-000002.roex", "examples.tmp");
    }

    assertThat(names()).hasSize(3).contains("examples-000003.roex");
    assertThat(items()).isEqualTo(EXAMPLES.stream().map(e -> e.served().item().value()).toList());
  }

  @Test
  void theOldestGiveWayAndNumbersGoOnAfterAStart() throws IOException {
    try (var folder = open(10, 2)) {
      folder.add(EXAMPLES);
    }
    Files.writeString(dir.resolve("examples.tmp"), "left by a crash");
    try (var folder = open(10, 2)) {
      folder.add(EXAMPLES.subList(0, 3));
    }

    assertThat(names()).containsExactly("examples-000003.roex", "examples-000004.roex");
  }

  @Test
  void withoutExamplesThereIsNoFile() throws IOException {
    open(10, 2).close();

    assertThat(names()).isEmpty();
  }
}
