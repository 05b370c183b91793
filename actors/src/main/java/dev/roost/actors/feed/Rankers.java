package dev.roost.actors.feed;

import dev.roost.model.domain.UserId;
import dev.roost.model.embed.Tastes;
import dev.roost.model.embed.TokenEmbedding;
import dev.roost.model.rank.RankSettings;
import dev.roost.model.rank.Ranker;
import dev.roost.model.rank.RankingModel;
import dev.roost.model.retrieve.Views;
import org.jspecify.annotations.Nullable;

/// The rankers of some models, for one worker: those that rank, and, only once a fault wants them,
/// those that rank where the pipeline is broken.
final class Rankers {

  private final Views views;
  private final RankSettings settings;
  private final long seed;
  private final Arms arms;
  private final Ranker champion;
  private final Ranker challenger; // the champion where there is none
  private @Nullable Ranker previous;
  private @Nullable Ranker championOfOthersTastes;
  private @Nullable Ranker challengerOfOthersTastes;

  Rankers(Views views, RankSettings settings, long seed, Arms arms) {
    this.views = views;
    this.settings = settings;
    this.seed = seed;
    this.arms = arms;
    champion = ranker(arms.champion());
    challenger = arms.challenger() == null ? champion : ranker(arms.challenger());
  }

  private Ranker ranker(@Nullable RankingModel model) {
    return model == null
        ? Ranker.chronological(views, settings, seed)
        : Ranker.of(model, views, settings, seed);
  }

  /// Returns the ranker for a reader.
  Ranker of(UserId reader) {
    var faults = views.impairments().now();
    boolean isInCanary = arms.challenger() != null && arms.canary().holds(reader);
    if (faults.havePreviousModel(reader)) {
      return previous();
    }
    if (faults.havePreviousTastes(reader)) {
      return isInCanary ? challengerOfOthersTastes() : championOfOthersTastes();
    }
    return isInCanary ? challenger : champion;
  }

  private Ranker previous() {
    if (previous == null) {
      var model = arms.previous();
      previous =
          model == null ? ranker(null) : Ranker.of(model, tastesOf(model), views, settings, seed);
    }
    return previous;
  }

  /// Returns tastes in a model's own space, or in the champion's where that was written over.
  private Tastes tastesOf(RankingModel model) {
    return (reader, table, now) -> {
      var own = model.embedding().of(reader, table, now);
      return own.column() >= 0 || arms.champion() == null
          ? own
          : arms.champion().embedding().of(reader, table, now);
    };
  }

  private Ranker championOfOthersTastes() {
    if (championOfOthersTastes == null) {
      championOfOthersTastes = ofTastes(arms.champion(), arms.previous());
    }
    return championOfOthersTastes;
  }

  private Ranker challengerOfOthersTastes() {
    if (challengerOfOthersTastes == null) {
      challengerOfOthersTastes = ofTastes(arms.challenger(), arms.champion());
    }
    return challengerOfOthersTastes;
  }

  private Ranker ofTastes(@Nullable RankingModel model, @Nullable RankingModel before) {
    if (model == null) {
      return ranker(null);
    }
    TokenEmbedding made = before == null ? null : before.embedding();
    return Ranker.of(model, model.embedding().madeBy(made), views, settings, seed);
  }
}
