package dev.roost.actors.feed;

import static java.util.Objects.requireNonNull;

import dev.roost.model.domain.UserId;
import dev.roost.model.rank.RankingModel;
import dev.roost.model.registry.CanaryArm;
import org.jspecify.annotations.Nullable;

/// The models that rank, and for whom.
///
/// @param champion ranks for all but the canary's readers; null for newest first
/// @param challenger ranks for the canary's readers; null if the champion does
/// @param canary the readers of the challenger
/// @param previous ranked before the champion did; null for newest first
public record Arms(
    @Nullable RankingModel champion,
    @Nullable RankingModel challenger,
    CanaryArm canary,
    @Nullable RankingModel previous) {

  public Arms {
    requireNonNull(canary);
  }

  /// Returns that nothing ranks.
  public static Arms none() {
    return of(null);
  }

  /// Returns that one model ranks for everybody.
  ///
  /// @param champion null for newest first
  public static Arms of(@Nullable RankingModel champion) {
    return new Arms(champion, null, CanaryArm.of(0, ""), null);
  }

  /// Returns the same without a canary.
  public Arms withoutCanary() {
    return new Arms(champion, null, CanaryArm.of(0, ""), previous);
  }

  /// Returns whether the same versions rank.
  public boolean isLike(Arms other) {
    return version(champion).equals(version(other.champion))
        && version(challenger).equals(version(other.challenger))
        && version(previous).equals(version(other.previous));
  }

  /// Returns the version that ranks for a reader, empty if none does.
  String versionFor(UserId reader) {
    return version(challenger != null && canary.holds(reader) ? challenger : champion);
  }

  private static String version(@Nullable RankingModel model) {
    return model == null ? "" : model.version();
  }
}
