package dev.roost.api.http;

import akka.http.javadsl.model.HttpResponse;
import dev.roost.actors.node.FeedService;
import dev.roost.model.domain.Ids;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.MediaKind;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.UserId;
import dev.roost.model.item.ItemCounts;
import java.security.SecureRandom;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Posts and reposts: publishing, reading, taking back.
///
/// The identifier of a post comes from its author and the idempotency key, so that a retry makes
/// the same post, also at another node; without a key it is drawn.
final class PostEndpoints {

  private final FeedService service;
  private final Readiness readiness;
  private final SecureRandom random;

  PostEndpoints(FeedService service, Readiness readiness, SecureRandom random) {
    this.service = service;
    this.readiness = readiness;
    this.random = random;
  }

  List<Endpoint> table() {
    return List.of(
        Endpoint.post("/v1/users/{user}/posts", this::publish),
        Endpoint.get("/v1/posts/{post}", Set.of(), this::read),
        Endpoint.delete(
            "/v1/users/{user}/posts/{post}", Set.of(), call -> delete(call, call.user("user"))),
        Endpoint.delete("/v1/posts/{post}", Set.of("author"), this::deleteByAuthor));
  }

  private CompletionStage<HttpResponse> publish(Call call) {
    var author = call.user("user");
    var post = post(call, author, call.body(Incoming.NewPost.class));
    return service
        .publish(post, call.keyHash())
        .thenApply(
            reply ->
                Replies.accepted(
                    reply,
                    author,
                    () ->
                        Answers.created(
                            "/v1/posts/" + post.id(), new Outgoing.Created(post.id() + ""))));
  }

  private Post post(Call call, UserId author, Incoming.NewPost body) {
    var original = body.repostOf() == null ? null : original(body.repostOf());
    var text = original == null ? Fields.required(body.text(), "/text") : body.text();
    return new Post(
        id(call, author),
        author,
        call.at().truncatedTo(ChronoUnit.MILLIS),
        Fields.text(body.topic() == null ? "" : body.topic(), Post.MAX_TOPIC, "/topic"),
        Fields.matching(
            UserEndpoints.LANGUAGE, body.language(), "zz", "/language", "pt, or zz if unknown"),
        Fields.word(MediaKind.class, body.media(), MediaKind.TEXT, "/media"),
        Fields.text(text == null ? "" : text, Post.MAX_TEXT, "/text"),
        original);
  }

  private ItemId id(Call call, UserId author) {
    return new ItemId(
        call.key().map(key -> Ids.hash("post", author + " " + key)).orElseGet(random::nextLong));
  }

  /// Returns what a repost of that post repeats: the post, or what it repeats itself.
  private Post.Original original(String repostOf) {
    readiness.require();
    var post = service.post(Fields.item(repostOf, "/repostOf"));
    if (post.isEmpty()) {
      throw Refusal.at(
          ProblemCode.INVALID_VALUE,
          "/repostOf",
          "there is no post " + repostOf + " any more that could be reposted");
    }
    return post.get()
        .repostOf()
        .orElseGet(() -> new Post.Original(post.get().id(), post.get().author()));
  }

  private CompletionStage<HttpResponse> read(Call call) {
    var item = call.item("post");
    readiness.require();
    var counts = service.counts(item);
    var post = service.post(item);
    if (post.isPresent()) {
      var document = Documents.post(post.get(), counts.orElseGet(ItemCounts::zero));
      return CompletableFuture.completedFuture(Answers.ok(document));
    }
    throw counts.isPresent()
        ? Refusal.of(ProblemCode.POST_DELETED, item + " was deleted or taken down")
        : Refusal.of(ProblemCode.UNKNOWN_POST, "there is no post " + item + ", or it has aged out");
  }

  private CompletionStage<HttpResponse> deleteByAuthor(Call call) {
    @Nullable String author = call.query("author").orElse(null);
    if (author == null) {
      throw Refusal.of(
          ProblemCode.MALFORMED_QUERY, "say whose post it is: /v1/posts/{post}?author=u...");
    }
    return delete(call, Fields.user(author, null));
  }

  private CompletionStage<HttpResponse> delete(Call call, UserId author) {
    return service
        .delete(author, call.item("post"), call.at())
        .thenApply(reply -> Replies.accepted(reply, author, Answers::done));
  }
}
