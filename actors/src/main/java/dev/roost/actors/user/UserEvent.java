package dev.roost.actors.user;

import dev.roost.actors.entity.StoredEvent;
import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What is stored of a user.
public sealed interface UserEvent extends StoredEvent {

  /// The account was opened.
  record Registered(String externalId, Profile profile, Instant at) implements UserEvent {}

  record Followed(UserId author, Instant at) implements UserEvent {}

  record Unfollowed(UserId author, Instant at) implements UserEvent {}

  /// The other was blocked, and is not followed any more.
  record Blocked(UserId other, Instant at) implements UserEvent {}

  record Unblocked(UserId other, Instant at) implements UserEvent {}

  record Muted(UserId author, Instant at) implements UserEvent {}

  record Unmuted(UserId author, Instant at) implements UserEvent {}

  /// The other blocked this user, who does not follow them any more.
  record BlockedBy(UserId by, Instant at) implements UserEvent {}

  record UnblockedBy(UserId by, Instant at) implements UserEvent {}

  /// A post, and its place among the posts and reposts of its author, counted from 1.
  record Posted(Post post, int number, IdempotencyKey key) implements UserEvent {
    @Override
    public Set<String> tags() {
      return Set.of(PUBLIC);
    }
  }

  /// A repost, and its place among the posts and reposts of its author, counted from 1.
  record Reposted(Post post, int number, IdempotencyKey key) implements UserEvent {
    @Override
    public Set<String> tags() {
      return Set.of(PUBLIC);
    }
  }

  /// The author took back a post or repost.
  record PostDeleted(ItemId item, Instant at) implements UserEvent {
    @Override
    public Set<String> tags() {
      return Set.of(PUBLIC);
    }
  }

  /// One batch of what the user did, mostly with the items of one served feed.
  record Engaged(RequestId request, List<Engagement> engagements, Instant at, IdempotencyKey key)
      implements UserEvent {
    public Engaged {
      engagements = List.copyOf(engagements);
    }

    @Override
    public Set<String> tags() {
      return Set.of(ENGAGED);
    }
  }
}
