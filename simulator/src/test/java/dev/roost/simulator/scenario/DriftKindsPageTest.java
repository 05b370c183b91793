package dev.roost.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class DriftKindsPageTest {

  private static final Path PAGE = Path.of("..", "docs", "drift-kinds.md");
  private static final Path MADE = Path.of("target", "drift-kinds.md");

  @Test
  void thePageInTheDocsTellsOfEveryKind() throws IOException {
    var page = page();
    Files.createDirectories(MADE.getParent());
    Files.writeString(MADE, page);

    assertThat(Files.readString(PAGE)).as("copy %s there", MADE).isEqualTo(page);
  }

  private static String page() {
    var text =
        new StringBuilder(
            """
            # Kinds of drift

            What a scenario can inject (`./roost scenarios KIND` prints a file of each). *Cause* is the class that a monitor should
            name, then those that are not wrong either; `none` marks a control, about which nobody should be alarmed. *Aim* says
            whether a slice of readers or authors can be named (`slice`), must be named, or not. Every kind takes `onset`, `until`,
            `magnitude` and `ramp`; `magnitude` is what the table says, at most 1, and grows along the ramp.

            | kind | what happens | cause | aim | magnitude | options (usual value; range) |
            |---|---|---|---|---|---|
            """);
    for (var kind : DriftKind.values()) {
      text.append(
          "| `%s` | %s | %s | %s | %s | %s |\n"
              .formatted(
                  kind.label(),
                  kind.does(),
                  kind.acceptable().stream().map(Cause::label).collect(Collectors.joining(", ")),
                  kind.aim().name().toLowerCase(Locale.ROOT),
                  kind.magnitude(),
                  options(kind)));
    }
    return text.toString();
  }

  private static String options(DriftKind kind) {
    return kind.options().stream()
        .map(
            option ->
                "`%s` (%s; %s): %s"
                    .formatted(option.name(), option.usual(), range(option), option.meaning()))
        .collect(Collectors.joining("<br>"));
  }

  private static String range(Option option) {
    return option instanceof Option.Choice choice && choice.words().size() > 8
        ? "one of " + choice.words().size()
        : option.range();
  }
}
