package dev.roost.actors;

import dev.roost.actors.entity.StoredEvent;
import dev.roost.actors.item.ItemEvent;
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
      default -> throw new IllegalArgumentException("no sample of " + name + "; add one");
    };
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
