package dev.roost.actors.user;

import dev.roost.actors.user.UserState.Absent;
import dev.roost.actors.user.UserState.Active;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.UserId;
import java.time.Instant;

/// What each stored event means for the state of a user.
final class UserHistory {

  private UserHistory() {}

  static UserState after(UserId user, UserState state, UserEvent event) {
    return switch (state) {
      case Absent _ when event instanceof UserEvent.Registered opened -> Active.opened(opened);
      case Absent _ -> throw new IllegalStateException(event + " before registration of " + user);
      case Active active -> after(active, event);
    };
  }

  private static UserState after(Active state, UserEvent event) {
    return switch (event) {
      case UserEvent.Registered _ -> throw new IllegalStateException("registered twice: " + event);
      case UserEvent.Followed(var author, _) -> related(state, RelationChange.FOLLOW, author);
      case UserEvent.Unfollowed(var author, _) -> related(state, RelationChange.UNFOLLOW, author);
      case UserEvent.Blocked(var other, _) -> related(state, RelationChange.BLOCK, other);
      case UserEvent.Unblocked(var other, _) -> related(state, RelationChange.UNBLOCK, other);
      case UserEvent.Muted(var author, _) -> related(state, RelationChange.MUTE, author);
      case UserEvent.Unmuted(var author, _) -> related(state, RelationChange.UNMUTE, author);
      case UserEvent.BlockedBy(var by, _) -> blockedBy(state, by, true);
      case UserEvent.UnblockedBy(var by, _) -> blockedBy(state, by, false);
      case UserEvent.Posted(var post, _, var key) -> published(state, post, key);
      case UserEvent.Reposted(var post, _, var key) -> published(state, post, key);
      case UserEvent.PostDeleted(var item, _) ->
          state.with(state.posts().without(item.value()), state.keys());
      case UserEvent.Engaged engaged -> engaged(state, engaged);
    };
  }

  /// Returns the event of a change.
  static UserEvent related(RelationChange change, UserId other, Instant at) {
    return switch (change) {
      case FOLLOW -> new UserEvent.Followed(other, at);
      case UNFOLLOW -> new UserEvent.Unfollowed(other, at);
      case BLOCK -> new UserEvent.Blocked(other, at);
      case UNBLOCK -> new UserEvent.Unblocked(other, at);
      case MUTE -> new UserEvent.Muted(other, at);
      case UNMUTE -> new UserEvent.Unmuted(other, at);
    };
  }

  private static Active related(Active state, RelationChange change, UserId other) {
    return state.with(state.relations().after(change, other.value()));
  }

  private static Active blockedBy(Active state, UserId by, boolean blocked) {
    return state.with(state.relations().afterBlockedBy(by.value(), blocked));
  }

  private static Active published(Active state, Post post, IdempotencyKey key) {
    return state.with(
        state.posts().plus(post.id().value()),
        state.keys().plus(key, Fingerprint.of(post), post.at()));
  }

  private static Active engaged(Active state, UserEvent.Engaged event) {
    var engagements = event.engagements();
    return state.with(
        state.history().after(engagements, event.at()),
        state.keys().plus(event.key(), Fingerprint.of(event.request(), engagements), event.at()),
        engagements.size());
  }
}
