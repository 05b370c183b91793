package dev.roost.actors;

import dev.roost.actors.entity.StoredEvent;
import dev.roost.actors.item.ItemEvent;
import dev.roost.actors.registry.RegistryEvent;
import dev.roost.actors.user.IdempotencyKey;
import dev.roost.actors.user.UserEvent;
import dev.roost.model.domain.AgeBand;
import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.MediaKind;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.item.ItemCounts;
import dev.roost.model.item.ItemStatus;
import dev.roost.model.rank.Provenance;
import dev.roost.model.registry.Evidence;
import dev.roost.model.registry.Offer;
import dev.roost.model.train.Training;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One stored event of each name, as the golden files hold them.
final class StoredSamples {

  private static final Instant AT = Instant.parse("2026-03-29T01:00:00.123Z");
  private static final UserId OTHER = new UserId(-9_000_000_000_000_000_001L);
  private static final ItemId ITEM = new ItemId(4_611_686_018_427_387_905L);
  private static final IdempotencyKey KEY = new IdempotencyKey(-1, Long.MAX_VALUE);

  private static final Evidence EVIDENCE =
      new Evidence(
          Evidence.Measure.VALUE, 5_000_000_000L, 900, 4_000, 800, 0.1, 0.2, 0.1, 0.05, 0.15);

  private StoredSamples() {}

  static StoredEvent of(String name) {
    return switch (name) {
      case "user.registered" ->
          new UserEvent.Registered("żółw 🐢", new Profile(AgeBand.FROM_25_TO_34, "BR", "pt"), AT);
      case "user.followed" -> new UserEvent.Followed(OTHER, AT);
      case "user.unfollowed" -> new UserEvent.Unfollowed(OTHER, AT);
      case "user.blocked" -> new UserEvent.Blocked(OTHER, AT);
      case "user.unblocked" -> new UserEvent.Unblocked(OTHER, AT);
      case "user.muted" -> new UserEvent.Muted(OTHER, AT);
      case "user.unmuted" -> new UserEvent.Unmuted(OTHER, AT);
      case "user.blocked-by" -> new UserEvent.BlockedBy(OTHER, AT);
      case "user.unblocked-by" -> new UserEvent.UnblockedBy(OTHER, AT);
      case "user.posted" -> new UserEvent.Posted(post(null), 1, KEY);
      case "user.reposted" ->
          new UserEvent.Reposted(
              post(new Post.Original(new ItemId(3), OTHER)), 2, IdempotencyKey.NONE);
      case "user.post-deleted" -> new UserEvent.PostDeleted(ITEM, AT);
      case "user.engaged" -> new UserEvent.Engaged(new RequestId(-5), engagements(), AT, KEY);
      case "item.moderated" ->
          new ItemEvent.Moderated(ITEM, ItemStatus.REMOVED, "moderator 7", "spam", AT);
      case "item.checkpointed" ->
          new ItemEvent.Checkpointed(ItemCounts.of(1, 2, 3, 4, 5, 6, 7, Integer.MAX_VALUE));
      case "model.offered" -> new RegistryEvent.Offered(offer(), AT);
      case "model.refused" ->
          new RegistryEvent.Refused("m0002", "worse than the champion", EVIDENCE, AT);
      case "model.shadow-started" -> new RegistryEvent.ShadowStarted("m0002", AT);
      case "model.canary-started" ->
          new RegistryEvent.CanaryStarted("m0002", 0.2, "passed its shadow", EVIDENCE, AT);
      case "model.promoted" -> new RegistryEvent.Promoted("m0002", "first", Evidence.none(), AT);
      case "model.rolled-back" ->
          new RegistryEvent.RolledBack(
              "m0002", "m0001", "", Evidence.unsound(Evidence.Measure.LOG_LOSS, 3, 2), AT);
      default -> throw new IllegalArgumentException("no sample of " + name + "; add one");
    };
  }

  private static Offer offer() {
    return new Offer(
        "m0002",
        "9c1e",
        "incident-1",
        true,
        new Provenance(AT.minusSeconds(60), AT, 10_000, 2_000, "data", "options", -7, "java 25"),
        new Training.Evaluation(1_000, 0.75, 0.31, Double.NaN, 1.02));
  }

  private static Post post(Post.@Nullable Original original) {
    return new Post(ITEM, OTHER, AT, "birds", "zz", MediaKind.IMAGE, "a \"heron\"\n", original);
  }

  private static List<Engagement> engagements() {
    return Arrays.stream(EngagementKind.values())
        .map(
            kind ->
                new Engagement(
                    ITEM,
                    kind,
                    kind.ordinal() - 1,
                    kind == EngagementKind.VIEW ? Duration.ofMillis(61_500) : Duration.ZERO))
        .toList();
  }
}
