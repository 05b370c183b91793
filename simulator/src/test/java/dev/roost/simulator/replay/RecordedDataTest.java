package dev.roost.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.roost.simulator.SharedData;
import dev.roost.simulator.data.LogSource;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Replays the real data sets, where they are found, through a recommender of a few maps.
final class RecordedDataTest {

  private static ReplayReport replay(LogSource source, Path folder) {
    var log = source.read(folder, 0);
    var report =
        Replay.run(
            log,
            MemoryPort::new,
            new ReplaySettings(7, 1, log.protocol(), 64, 200),
            ReplayListener.none());
    ReplayTable.lines(report).forEach(System.out::println);
    assertThat(report.passed()).isTrue();
    return report;
  }

  private static double ndcg(ReplayReport report, String ranker) {
    return report.quality().stream()
        .filter(quality -> quality.ranker().equals(ranker))
        .findFirst()
        .orElseThrow()
        .metric("ndcg@10")
        .value();
  }

  @Test
  void popularityOnDeskdropIsAsStrongAsElsewhere() {
    var report = replay(LogSource.DESKDROP, SharedData.folder("deskdrop"));

    assertThat(report.counts().events()).isEqualTo(66_508);
    assertThat(report.tuned().halfLife()).isBetween(Duration.ofMinutes(30), Duration.ofHours(1));
    assertThat(ndcg(report, "popularity")).isCloseTo(0.450, within(0.005));
    assertThat(ndcg(report, "popularityEngagedLast")).isCloseTo(0.474, within(0.005));
  }

  @Test
  void lastfmIsReadWholeButForItsBogusRows() {
    var report = replay(LogSource.LASTFM, SharedData.folder("lastfm_hetrec"));

    assertThat(report.reading().dropped()).isEqualTo(5);
    assertThat(report.counts().questions()).isGreaterThan(5_000);
  }

  @Test
  void ciaodvdIsReadWhole() {
    var report = replay(LogSource.CIAODVD, SharedData.folder("ciaodvd"));

    assertThat(report.counts().events()).isEqualTo(72_665);
    assertThat(report.counts().questions()).isGreaterThan(2_000);
  }
}
