package dev.roost.simulator.replay;

import dev.roost.model.chance.Chance;
import dev.roost.model.domain.UserId;
import dev.roost.simulator.data.Protocol;
import dev.roost.simulator.replay.ReplayReport.TunedMix;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rankers that a recommender is held against: tuned on the questions up to an instant, then
/// asked like the recommender.
///
/// Each stands twice in [#RANKERS]: as it is, and with what the reader engaged with before put
/// last.
final class Baselines {

  static final String POPULARITY = "popularity";
  static final String NEIGHBOURS = "itemKnn";
  static final String FACTORS = "factorisation";
  static final String ENGAGED_LAST = "EngagedLast";
  static final List<String> PLAIN = List.of(POPULARITY, NEIGHBOURS, FACTORS);
  static final List<String> RANKERS =
      PLAIN.stream().flatMap(ranker -> Stream.of(ranker, ranker + ENGAGED_LAST)).toList();

  private final LiveItems live;
  private final Readers readers;
  private final Chance ties;
  private final Instant tunedAt;
  private final Popularities popularities;
  private final Tuning tuning;
  private final Mixed neighbours;
  private final Mixed factors;
  private @Nullable Tuned tuned;

  Baselines(Instant start, Protocol protocol, LiveItems live, Readers readers, long seed) {
    this.live = live;
    this.readers = readers;
    ties = Chance.of(seed, "replay/ties");
    tunedAt = start.plus(protocol.tuning());
    popularities = new Popularities(start);
    tuning = new Tuning(popularities);
    neighbours = new Mixed(Neighbours.grid(protocol, live, start), popularities, live, ties);
    factors = new Mixed(Factors.grid(protocol, live, seed), popularities, live, ties);
  }

  /// What the tuning found.
  record Tuned(Tuning.Tuned popularity, Mixed.Tuned neighbours, Mixed.Tuned factors) {}

  /// Returns what the tuning found, ending it now if it has not ended.
  Tuned tuned() {
    if (tuned == null) {
      tuned = new Tuned(tuning.best(), neighbours.tuned(tuning), factors.tuned(tuning));
    }
    return tuned;
  }

  /// Returns whether questions of `now` are scored rather than tuned on.
  boolean isTuned(Instant now) {
    return tuned != null || !now.isBefore(tunedAt);
  }

  /// Returns what the tuning found of all but popularity, for a report.
  List<TunedMix> mixes() {
    var found = tuned();
    return List.of(
        mix(NEIGHBOURS, found.neighbours().plain()),
        mix(NEIGHBOURS + ENGAGED_LAST, found.neighbours().engagedLast()),
        mix(FACTORS, found.factors().plain()),
        mix(FACTORS + ENGAGED_LAST, found.factors().engagedLast()));
  }

  private static TunedMix mix(String ranker, Mix mix) {
    var popularity = mix.popularity();
    return new TunedMix(
        ranker,
        mix.affinity().settings(),
        popularity == null ? null : popularity.halfLife(),
        mix.floor(),
        mix.power());
  }

  /// Takes notice of the questions of one reader in the tuning time, given by their answers.
  void learn(UserId reader, List<Integer> answers, Instant now) {
    var engaged = readers.engagedBy(reader);
    tuning.ask(answers, live, ties, now);
    neighbours.learn(reader, answers, engaged, now);
    factors.learn(reader, answers, engaged, now);
  }

  /// Takes notice of a reader's first engagement with an item, before `readers` does.
  void tell(UserId reader, int item, Instant at) {
    var earlier = readers.engagedBy(reader);
    popularities.tell(item, at);
    neighbours.tell(reader, earlier, item, at);
    factors.tell(reader, earlier, item, at);
  }

  /// Returns what each of [#RANKERS] makes of some items for a reader now: for each item the
  /// answers of all.
  List<List<Answer>> answers(UserId reader, List<Integer> items, Instant now) {
    var engaged = readers.engagedBy(reader);
    var found = tuned();
    var popular = found.popularity().popularity().standing(live, ties, now);
    double smoothing = found.popularity().smoothing();
    var near = neighbours.standings(found.neighbours(), reader, engaged, live, now);
    var alike = factors.standings(found.factors(), reader, engaged, live, now);
    return items.stream()
        .map(
            item ->
                List.of(
                    popular.answer(item, smoothing),
                    popular.answerBefore(item, smoothing, engaged),
                    near.plain().answer(item, 0),
                    near.engagedLast().answerBefore(item, 0, engaged),
                    alike.plain().answer(item, 0),
                    alike.engagedLast().answerBefore(item, 0, engaged)))
        .toList();
  }
}
