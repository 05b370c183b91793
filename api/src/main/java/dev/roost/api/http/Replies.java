package dev.roost.api.http;

import akka.http.javadsl.model.HttpResponse;
import dev.roost.actors.user.UserEntity;
import dev.roost.actors.user.UserEntity.Accepted;
import dev.roost.actors.user.UserEntity.Account;
import dev.roost.actors.user.UserEntity.Busy;
import dev.roost.actors.user.UserEntity.IdTaken;
import dev.roost.actors.user.UserEntity.KeyReused;
import dev.roost.actors.user.UserEntity.NoSuchPost;
import dev.roost.actors.user.UserEntity.NotRegistered;
import dev.roost.actors.user.UserEntity.Refused;
import dev.roost.model.domain.UserId;
import java.util.function.Supplier;

/// Turns what a user's entity replied into an answer or a problem.
final class Replies {

  private Replies() {}

  /// Returns the answer to a command that was accepted.
  ///
  /// @throws Refusal if it was not
  static HttpResponse accepted(UserEntity.Reply reply, UserId user, Supplier<HttpResponse> answer) {
    return switch (reply) {
      case Accepted _ -> answer.get();
      case Account _ -> throw new IllegalStateException("an account was not asked for");
      case NotRegistered _ ->
          throw Refusal.of(
              ProblemCode.UNKNOWN_USER, user + " has no account; POST /v1/users opens one");
      case IdTaken(var name) ->
          throw Refusal.of(
              ProblemCode.ID_TAKEN,
              "the identifier %s belongs to the name '%s'; use another externalId"
                  .formatted(user, name));
      case NoSuchPost(var item) ->
          throw Refusal.of(ProblemCode.UNKNOWN_POST, user + " has no post " + item);
      case KeyReused _ ->
          throw Refusal.of(
              ProblemCode.IDEMPOTENCY_KEY_REUSED, "use a fresh Idempotency-Key for each request");
      case Busy _ ->
          throw Refusal.of(
              ProblemCode.TOO_BUSY, "nothing was stored; send the same request again later");
      case Refused(var why) -> throw Refusal.of(ProblemCode.REFUSED, why);
    };
  }
}
