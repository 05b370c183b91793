package dev.roost.api.http;

import akka.http.javadsl.model.HttpResponse;
import dev.roost.actors.node.FeedService;
import dev.roost.actors.user.UserEntity;
import dev.roost.model.domain.AgeBand;
import dev.roost.model.domain.Ids;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.UserId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/// Accounts, and how they stand to each other.
///
/// All of it is idempotent by nature: opening the same account or changing a relation twice is the
/// same as once, with or without an idempotency key.
final class UserEndpoints {

  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

  private final FeedService service;

  UserEndpoints(FeedService service) {
    this.service = service;
  }

  List<Endpoint> table() {
    return List.of(
        Endpoint.post("/v1/users", this::register),
        Endpoint.get("/v1/users/{user}", Set.of(), this::account),
        begin("follows", RelationChange.FOLLOW),
        end("follows", RelationChange.UNFOLLOW),
        begin("blocks", RelationChange.BLOCK),
        end("blocks", RelationChange.UNBLOCK),
        begin("mutes", RelationChange.MUTE),
        end("mutes", RelationChange.UNMUTE));
  }

  private Endpoint begin(String relation, RelationChange change) {
    return Endpoint.post(
        "/v1/users/{user}/" + relation,
        call ->
            relate(
                call,
                change,
                Fields.user(
                    Fields.required(call.body(Incoming.Other.class).user(), "/user"), "/user")));
  }

  private Endpoint end(String relation, RelationChange change) {
    return Endpoint.delete(
        "/v1/users/{user}/" + relation + "/{other}",
        Set.of(),
        call -> relate(call, change, call.user("other")));
  }

  private CompletionStage<HttpResponse> register(Call call) {
    var body = call.body(Incoming.NewUser.class);
    var name = Fields.externalId(body.externalId());
    var user = new UserId(Ids.hash("user", name));
    return service
        .register(user, name, profile(body), call.at())
        .thenApply(
            reply ->
                Replies.accepted(
                    reply,
                    user,
                    () -> Answers.created("/v1/users/" + user, new Outgoing.Created(user + ""))));
  }

  private static Profile profile(Incoming.NewUser body) {
    return new Profile(
        Fields.word(AgeBand.class, body.ageBand(), AgeBand.UNKNOWN, "/ageBand"),
        Fields.matching(COUNTRY, body.country(), "ZZ", "/country", "BR, or ZZ if unknown"),
        Fields.matching(LANGUAGE, body.language(), "zz", "/language", "pt, or zz if unknown"));
  }

  private CompletionStage<HttpResponse> account(Call call) {
    var user = call.user("user");
    return service
        .inspect(user)
        .thenApply(
            reply ->
                reply instanceof UserEntity.Account account
                    ? Answers.ok(document(user, account))
                    : Replies.accepted(reply, user, Answers::done));
  }

  private static Outgoing.Account document(UserId user, UserEntity.Account account) {
    var profile = account.profile();
    return new Outgoing.Account(
        user.toString(),
        account.externalId(),
        Words.of(profile.ageBand()),
        profile.country(),
        profile.language(),
        account.since().toString(),
        account.follows(),
        account.posts(),
        account.engagements());
  }

  private CompletionStage<HttpResponse> relate(Call call, RelationChange change, UserId other) {
    var user = call.user("user");
    return service
        .relate(user, change, other, call.at())
        .thenApply(reply -> Replies.accepted(reply, user, Answers::done));
  }
}
