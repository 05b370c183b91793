package dev.roost.model.score;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScorerChoiceTest {

  private static final String WITH_MODULE = "--add-modules=" + ScorerChoice.MODULE;

  @Test
  void withoutTheModuleThePortableScorerIsChosenAndTold() throws Exception {
    assertThat(laws())
        .contains("portable: the JVM was started without --add-modules " + ScorerChoice.MODULE)
        .endsWith("all laws hold");
  }

  @ParameterizedTest
  @ValueSource(ints = {128, 256})
  void shorterVectorsGiveTheSameSums(int bits) throws Exception {
    assertThat(laws(WITH_MODULE, "-XX:MaxVectorSize=" + bits / Byte.SIZE))
        .contains("vector: vectors of %d bits".formatted(bits))
        .endsWith("all laws hold");
  }

  @Test
  void whatIsAskedForByNameIsTaken() {
    assertThat(ScorerChoice.named("portable").scorer()).isEqualTo("portable");
    assertThat(ScorerChoice.named("vector").scorer()).isEqualTo("vector");
  }

  @Test
  void anotherNameIsRefusedWithThoseThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScorerChoice.named("fast"))
        .withMessageContaining("no scorer 'fast'; there are: auto, portable, vector");
  }

  private static String laws(String... flags) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(List.of(flags));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(ScorerLaws.class.getName());
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return output;
  }
}
