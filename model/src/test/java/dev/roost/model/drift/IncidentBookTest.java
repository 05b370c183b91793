package dev.roost.model.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class IncidentBookTest {

  private static final Instant START = SyntheticStream.START;

  private final IncidentBook book = new IncidentBook(DriftSettings.standard().incidents());

  private static Instant hour(int hour) {
    return START.plus(Duration.ofHours(hour));
  }

  private List<Finding> file(Suspect suspect, String slice, int onset, double strength, int at) {
    var alarm =
        new Alarm("monitor", suspect, slice, hour(onset), hour(onset), 0.7, strength, "seen");
    var findings = book.file(List.of(alarm), hour(at));
    book.close(hour(at));
    return findings;
  }

  @Test
  void alarmsOfOneCauseAreOneIncidentToldOnce() {
    assertThat(file(Suspect.CONCEPT, "country=BR", 0, 20, 1))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.incident()).isEqualTo(1);
              assertThat(finding.opening()).isTrue();
            });
    assertThat(file(Suspect.CONCEPT, "country=BR", 2, 20, 3)).isEmpty();
    assertThat(file(Suspect.CONCEPT, "language=pt", 0, 30, 4))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.incident()).isEqualTo(1);
              assertThat(finding.opening()).isFalse();
            });
    assertThat(file(Suspect.CONCEPT, "country=BR", 2, 20, 30)).hasSize(1);
    assertThat(book.count()).isEqualTo(1);
  }

  @Test
  void quietClosesAndTheNextAlarmIsNew() {
    file(Suspect.CONCEPT, "country=BR", 0, 20, 1);
    file(Suspect.CONCEPT, "country=BR", 0, 20, 40);
    book.close(hour(87));
    assertThat(book.isOpen(Suspect.CONCEPT)).isTrue();
    book.close(hour(88));
    assertThat(book.isOpen(Suspect.CONCEPT)).isFalse();

    assertThat(file(Suspect.CONCEPT, "country=BR", 89, 20, 90).getFirst().incident()).isEqualTo(2);
  }

  @Test
  void covariatesJoinAConceptButNotTheReverse() {
    file(Suspect.COVARIATE, "feature=a", 0, 20, 1);
    assertThat(file(Suspect.CONCEPT, "country=BR", 0, 20, 2).getFirst().incident()).isEqualTo(2);
    assertThat(file(Suspect.COVARIATE, "feature=b", 0, 20, 3).getFirst().incident()).isEqualTo(2);
  }

  @Test
  void blindnessStandsApart() {
    file(Suspect.CONCEPT, "country=BR", 0, 20, 1);
    assertThat(file(Suspect.BLIND, "traffic", 0, 20, 2).getFirst().opening()).isTrue();
  }

  @Test
  void aStrongerLaterCauseOpensItsOwn() {
    file(Suspect.CONCEPT, "source=fresh", 0, 20, 10);
    assertThat(file(Suspect.CONCEPT, "country=US", 11, 15, 12).getFirst().incident()).isEqualTo(1);
    assertThat(file(Suspect.CONCEPT, "country=BR", 12, 40, 14).getFirst().incident()).isEqualTo(2);
  }
}
