package dev.roost.actors.registry;

import static dev.roost.actors.registry.TrialModels.RATE;
import static dev.roost.actors.registry.TrialModels.foretelling;
import static dev.roost.actors.registry.TrialModels.served;
import static dev.roost.model.registry.Stage.CANARY;
import static dev.roost.model.registry.Stage.CHAMPION;
import static dev.roost.model.registry.Stage.OFFERED;
import static dev.roost.model.registry.Stage.REFUSED;
import static dev.roost.model.registry.Stage.RETIRED;
import static dev.roost.model.registry.Stage.ROLLED_BACK;
import static dev.roost.model.registry.Stage.SHADOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.model.learn.Example;
import dev.roost.model.registry.Evidence;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ModelTrialsTest {

  private final FaultyFiles files = new FaultyFiles();
  private final TrialBench bench = new TrialBench(null, files);

  /// Files of which some come back as something else.
  private static final class FaultyFiles implements ModelFiles {

    private final MemoryFiles sound = new MemoryFiles();
    private volatile boolean cutsOff;

    @Override
    public void put(String hash, byte[] bytes) {
      sound.put(hash, cutsOff ? Arrays.copyOf(bytes, bytes.length - 9) : bytes);
    }

    @Override
    public byte[] get(String hash) throws IOException {
      return sound.get(hash);
    }

    @Override
    public void keep(Set<String> hashes) {
      sound.keep(hashes);
    }
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private void startWithChampion() {
    assertThat(bench.offer(foretelling("m1", RATE))).containsExactly(OFFERED, CHAMPION);
    assertThat(bench.installed()).containsExactly("place of m1, keep ", "rank m1");
  }

  private List<Example> byChampion() {
    return served("m1", RATE, RATE, bench.now());
  }

  /// Returns what the two arms served: the canary with that rate of positive engagements.
  private List<Example> byBoth(double rate) {
    return Stream.concat(
            byChampion().stream(), served("m2", RATE, rate, bench.now().plusSeconds(1)).stream())
        .toList();
  }

  private void assertRefused(String because) {
    assertThat(bench.reason("m2")).contains(because);
    assertThat(bench.book().champion()).isEqualTo("m1");
    assertThat(bench.book().challenger()).isEmpty();
    assertThat(bench.installed()).isEmpty();
  }

  @Test
  void aCorruptModelIsRefused() {
    startWithChampion();
    files.cutsOff = true;

    assertThat(bench.offer(foretelling("m2", RATE))).containsExactly(OFFERED, REFUSED);

    assertRefused("bytes are not those named");
  }

  @Test
  void aModelThatBearsNaNIsRefused() {
    startWithChampion();

    assertThat(bench.offer(TrialModels.bearingNaN("m2"))).containsExactly(OFFERED, REFUSED);

    assertRefused("not finite");
  }

  @Test
  void aModelOfAnotherSchemaIsRefused() {
    startWithChampion();

    assertThat(bench.offer(TrialModels.ofAnotherSchema("m2"))).containsExactly(OFFERED, REFUSED);

    assertRefused("schema");
  }

  @Test
  void aChallengerThatForetellsWorseIsRefused() {
    startWithChampion();
    assertThat(bench.offer(foretelling("m2", 0.9))).containsExactly(OFFERED, SHADOW);

    bench.pass(byChampion());

    assertRefused("worse than the champion");
    var evidence = bench.book().find("m2").orElseThrow().now().evidence();
    assertThat(evidence.measure()).isEqualTo(Evidence.Measure.LOG_LOSS);
    assertThat(evidence.impressions()).isEqualTo(TrialModels.IMPRESSIONS);
    assertThat(evidence.worseLow()).isPositive();
  }

  @Test
  void aChallengerWhoseReadersEngageLessIsRolledBack() {
    startWithChampion();
    bench.offer(foretelling("m2", RATE));
    bench.pass(byChampion());
    assertThat(bench.stages("m2")).containsExactly(OFFERED, SHADOW, CANARY);
    assertThat(bench.installed())
        .containsExactly("rank m1", "place of m2, keep of m1", "rank m1 and m2 for 0.2");

    bench.pass(byBoth(0.05));

    assertThat(bench.stages("m2")).containsExactly(OFFERED, SHADOW, CANARY, ROLLED_BACK);
    assertThat(bench.reason("m2")).isEqualTo("worse than the champion");
    assertThat(bench.installed().getLast()).isEqualTo("rank m1");
    assertThat(bench.book().champion()).isEqualTo("m1");
  }

  private void promoteSecond() {
    startWithChampion();
    bench.offer(foretelling("m2", RATE));
    bench.pass(byChampion());
    bench.installed();
    bench.pass(byBoth(0.3));
    assertThat(bench.stages("m2")).containsExactly(OFFERED, SHADOW, CANARY, CHAMPION);
  }

  @Test
  void aChallengerThatDoesWellIsPromotedInTheSpaceThatItHas() {
    promoteSecond();

    assertThat(bench.installed()).containsExactly("rank m1", "rank m2");
    assertThat(bench.stages("m1")).containsExactly(OFFERED, CHAMPION, RETIRED);
    assertThat(bench.book().predecessor()).isEqualTo("m1");
  }

  @Test
  void aChampionThatTurnsOutWorseThanItsPredecessorIsRolledBack() {
    promoteSecond();

    bench.pass(served("m2", 0.9, RATE, bench.now()));

    assertThat(bench.stages("m2")).endsWith(CHAMPION, ROLLED_BACK);
    assertThat(bench.stages("m1")).endsWith(RETIRED, CHAMPION);
    assertThat(bench.installed().getLast()).isEqualTo("rank m1");
  }

  @Test
  void aChampionThatForetellsWhatIsNoProbabilityIsRolledBack() {
    promoteSecond();

    bench.pass(served("m2", Double.NaN, RATE, bench.now()));

    assertThat(bench.stages("m2")).endsWith(CHAMPION, ROLLED_BACK);
    assertThat(bench.reason("m2")).isEqualTo("foretold what is no probability");
    assertThat(bench.book().champion()).isEqualTo("m1");
  }

  @Test
  void anAnswerToAnIncidentSupersedesAChallengerAndRanksSoonerForMoreReaders() {
    startWithChampion();
    bench.offer(foretelling("m2", RATE));
    bench.pass(byChampion());
    bench.installed();

    assertThat(bench.answerIncident(foretelling("m3", RATE))).containsExactly(OFFERED, CANARY);

    assertThat(bench.stages("m2")).containsExactly(OFFERED, SHADOW, CANARY, ROLLED_BACK);
    assertThat(bench.reason("m2")).isEqualTo("superseded by m3");
    assertThat(bench.book().canaryShare()).isEqualTo(0.5);
    assertThat(bench.installed())
        .containsExactly("rank m1", "rank m1", "place of m3, keep of m1", "rank m1 and m3 for 0.5");
  }

  @Test
  void aChallengerWithoutEvidenceWaitsAndIsGivenUp() {
    startWithChampion();
    bench.offer(foretelling("m2", RATE));

    for (int hour = 0; hour < 3; hour++) {
      bench.pass(List.of());
      assertThat(bench.stages("m2")).containsExactly(OFFERED, SHADOW);
    }
    assertThat(bench.offer(foretelling("m3", RATE))).containsExactly(OFFERED, REFUSED);
    bench.pass(List.of());

    assertThat(bench.stages("m2")).containsExactly(OFFERED, SHADOW, REFUSED);
  }

  @Test
  void aPersonPromotesAndRollsBackAndIsToldWhatCannotBe() {
    startWithChampion();
    bench.offer(foretelling("m2", RATE));

    var promoted = bench.order(to -> new ModelRegistry.Promote("m2", bench.now(), to));
    assertThat(promoted.book().champion()).isEqualTo("m2");
    assertThat(bench.installed()).endsWith("place of m2, keep of m1", "rank m2");

    var back = bench.order(to -> new ModelRegistry.Rollback("m2", bench.now(), to));
    assertThat(back.book().champion()).isEqualTo("m1");
    assertThat(bench.installed()).containsExactly("rank m1");

    var no = bench.order(to -> new ModelRegistry.Promote("m2", bench.now(), to));
    assertThat(no.facts()).isEmpty();
    assertThat(no.complaint()).isNotEmpty();

    var none = bench.order(to -> new ModelRegistry.Rollback("m1", bench.now(), to));
    assertThat(none.book().champion()).isEmpty();
    assertThat(bench.installed()).containsExactly("rank nothing");
  }
}
