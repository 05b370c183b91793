package dev.roost.actors.user;

import dev.roost.model.domain.Profile;
import dev.roost.model.domain.UserId;
import dev.roost.model.reader.ReaderHistory;
import dev.roost.model.reader.ReaderView;
import dev.roost.model.reader.Relations;
import java.time.Instant;

/// What is remembered of a user; a function of the stored events alone.
sealed interface UserState {

  /// Nobody opened the account.
  record Absent() implements UserState {}

  /// An open account.
  ///
  /// @param engagements how many were accepted
  record Active(
      String externalId,
      Profile profile,
      Instant since,
      Relations relations,
      ReaderHistory history,
      OwnPosts posts,
      UsedKeys keys,
      int engagements)
      implements UserState {

    static Active opened(UserEvent.Registered event) {
      return new Active(
          event.externalId(),
          event.profile(),
          event.at(),
          Relations.none(),
          ReaderHistory.empty(),
          OwnPosts.none(),
          UsedKeys.none(),
          0);
    }

    Active with(Relations next) {
      return new Active(externalId, profile, since, next, history, posts, keys, engagements);
    }

    Active with(OwnPosts next, UsedKeys nextKeys) {
      return new Active(
          externalId, profile, since, relations, history, next, nextKeys, engagements);
    }

    Active with(ReaderHistory next, UsedKeys nextKeys, int more) {
      int sum = (int) Math.min(Integer.MAX_VALUE, (long) engagements + more);
      return new Active(externalId, profile, since, relations, next, posts, nextKeys, sum);
    }

    ReaderView view(UserId reader) {
      return new ReaderView(reader, profile, since, relations, history);
    }

    UserEntity.Account account() {
      return new UserEntity.Account(
          externalId, profile, since, relations.followCount(), posts.live(), engagements);
    }
  }
}
