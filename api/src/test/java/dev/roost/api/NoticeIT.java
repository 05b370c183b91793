package dev.roost.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class NoticeIT {

  private static final Path HOME = Path.of("..");
  private static final Pattern JAR = Pattern.compile("(.+?)-\\d[^/]*\\.jar");
  private static final Pattern NAMED = Pattern.compile("  [\\w.-]+:([\\w.-]+)");

  @Test
  void namesEveryJarThatRoostRunsWithAndNoOther() throws IOException {
    assertThat(named()).isEqualTo(running());
  }

  @Test
  void tellsWhenAkkaChangedItsLicence() throws IOException {
    assertThat(Files.readString(HOME.resolve("NOTICE")))
        .contains(
            "Akka 2.8.5: change date 2026-09-20",
            "Akka HTTP 10.5.3: change date 2026-10-16",
            "Akka Persistence R2DBC 1.1.2: change date 2026-09-05",
            "Akka Management 1.4.0: change date 2026-05-09");
  }

  @Test
  void theLicenceIsTheWholeGeneralPublicLicence() throws IOException {
    assertThat(Files.readString(HOME.resolve("LICENSE")))
        .contains("GNU GENERAL PUBLIC LICENSE", "Version 3, 29 June 2007", "END OF TERMS");
  }

  private static Set<String> named() throws IOException {
    return Files.readAllLines(HOME.resolve("NOTICE")).stream()
        .map(NAMED::matcher)
        .filter(line -> line.matches())
        .map(line -> line.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> running() throws IOException {
    try (var jars = Files.list(Path.of("target", "lib"))) {
      return jars.map(jar -> JAR.matcher(jar.getFileName().toString()))
          .filter(name -> name.matches())
          .map(name -> name.group(1))
          .filter(name -> !name.startsWith("roost-"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
