package dev.roost.api.study;

import dev.roost.api.study.Lived.Size;
import dev.roost.simulator.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Measures ranking against the truth and writes the tables of `docs/ranking.md`; takes minutes for
/// each seed, so it runs only when it is named.
///
/// ```
/// mvn -q --batch-mode -pl api -am test -Dtest=RankingStudy -Dsurefire.failIfNoSpecifiedTests=false
/// ```
///
/// with `-Dstudy.users=2500 -Dstudy.days=10 -Dstudy.seeds=7,8 -Dstudy.share=0.06
/// -Dstudy.out=target/study` where other values are wanted.
final class RankingStudy {

  private final Size size =
      new Size(Integer.getInteger("study.users", 2_500), Integer.getInteger("study.days", 10), 2);
  private final double share = Double.parseDouble(System.getProperty("study.share", "0.06"));
  private final List<Long> seeds =
      Stream.of(System.getProperty("study.seeds", "7,8").split(",")).map(Long::valueOf).toList();
  private final Path out = Path.of(System.getProperty("study.out", "target/study"));

  private void write(String name, long seed, String text) throws IOException {
    Files.createDirectories(out);
    Files.writeString(
        out.resolve(name + ".md"),
        "seed " + seed + ", " + size + "\n\n" + text + "\n",
        java.nio.file.StandardOpenOption.CREATE,
        java.nio.file.StandardOpenOption.APPEND);
  }

  @Test
  void measuresTheDefaultWorld() throws IOException {
    var none = Scenarios.builtIn().find("none");
    for (long seed : seeds) {
      var lived = Lived.recorded(size, seed, none, share);
      var study = new QualityStudy(new Judge(lived));
      write("quality", seed, study.levels());
      write("sources", seed, study.sources());
      write("cuts", seed, study.cuts());
      write("groups", seed, study.groups());
    }
  }

  @Test
  void measuresWhereQualityIsLost() throws IOException {
    var none = Scenarios.builtIn().find("none");
    for (long seed : seeds) {
      var study = new QualityStudy(new Judge(Lived.recorded(size, seed, none, share)));
      write("losses", seed, study.losses());
    }
  }

  @Test
  void measuresPositionBias() throws IOException {
    for (var world : List.of("positional", "cascade", "none")) {
      for (long seed : seeds) {
        var lived = Lived.recorded(size, seed, Scenarios.builtIn().find(world), share);
        write("position-" + world, seed, new PositionStudy(new Judge(lived)).table());
      }
    }
  }

  /// What a loop gains that was given the truth from its first day, and what it loses without some
  /// of its parts: worlds of their own, each with its own past.
  @Test
  void measuresWholeLoops() throws IOException {
    var none = Scenarios.builtIn().find("none");
    for (long seed : seeds) {
      var loops = new LoopStudy(size, seed, none);
      write("loops", seed, loops.quality());
      write("new-authors", seed, loops.newAuthors());
    }
  }

  public static void main(String[] args) throws IOException {
    for (var arg : args) {
      switch (arg) {
        case "position" -> new RankingStudy().measuresPositionBias();
        case "losses" -> new RankingStudy().measuresWhereQualityIsLost();
        case "loops" -> new RankingStudy().measuresWholeLoops();
        default -> new RankingStudy().measuresTheDefaultWorld();
      }
    }
  }
}
