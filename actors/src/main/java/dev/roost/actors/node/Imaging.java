package dev.roost.actors.node;

import static java.util.Objects.requireNonNull;

import akka.Done;
import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.RecipientRef;
import akka.actor.typed.javadsl.AskPattern;
import akka.cluster.sharding.ShardRegion;
import akka.cluster.sharding.typed.GetShardRegionState;
import akka.cluster.sharding.typed.javadsl.ClusterSharding;
import akka.cluster.sharding.typed.javadsl.EntityRef;
import akka.cluster.sharding.typed.javadsl.EntityTypeKey;
import akka.japi.function.Function;
import dev.roost.actors.image.ImageRequest;
import dev.roost.actors.image.NodeImage;
import dev.roost.actors.item.ItemEntity;
import dev.roost.actors.user.UserEntity;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/// Takes the image of a node in virtual time, and has another node go on from it.
///
/// Every actor of the node is asked, by name; one that does not answer fails the image, so none can
/// be left out unnoticed. Nothing else may be asked of the node meanwhile.
final class Imaging {

  /// Its models are named by the facts of the registry, which therefore comes first.
  private static final String REGISTRY = "model-registry";

  private final ActorSystem<?> system;
  private final Wiring wiring;
  private final Duration timeout;

  /// @param timeout of each step, on the wall clock; a training under way is waited for
  Imaging(ActorSystem<?> system, Wiring wiring, Duration timeout) {
    this.system = system;
    this.wiring = wiring;
    this.timeout = timeout;
  }

  /// Takes the image, which is true until the next message to the node.
  CompletionStage<NodeImage> take() {
    var parts = takeAll(refs());
    var users = entities(UserEntity.TYPE_KEY).thenCompose(this::takeAll);
    var items = entities(ItemEntity.TYPE_KEY).thenCompose(this::takeAll);
    return parts.thenCompose(
        own ->
            users.thenCombine(
                items,
                (ofUsers, ofItems) ->
                    new NodeImage(
                        wiring.partitions(),
                        wiring.table(),
                        wiring.views().neighbours(),
                        wiring.views().crowd(),
                        wiring.impairments(),
                        wiring.files().all(),
                        own,
                        ofUsers,
                        ofItems)));
  }

  /// Puts an image into a node that has just started over the image's views.
  CompletionStage<Done> restore(NodeImage image) {
    image.files().forEach((hash, bytes) -> wiring.files().put(hash, bytes));
    var parts = new HashMap<String, RecipientRef<ImageRequest>>(refs());
    if (!parts.keySet().equals(image.parts().keySet())) {
      throw new IllegalArgumentException(
          "the image is of a node with the parts "
              + image.parts().keySet()
              + ", this one has "
              + parts.keySet());
    }
    RecipientRef<ImageRequest> first = requireNonNull(parts.remove(REGISTRY));
    return restoreAll(Map.of(REGISTRY, first), image.parts())
        .thenCompose(_ -> restoreAll(parts, image.parts()))
        .thenCompose(_ -> restoreAll(refs(UserEntity.TYPE_KEY, image.users()), image.users()))
        .thenCompose(_ -> restoreAll(refs(ItemEntity.TYPE_KEY, image.items()), image.items()));
  }

  @SuppressWarnings("unchecked") // all of them take requests for images
  private Map<String, RecipientRef<ImageRequest>> refs() {
    return wiring.parts().stream()
        .collect(
            Collectors.toMap(
                ref -> ref.path().name(), ref -> (RecipientRef<ImageRequest>) (Object) ref));
  }

  private <C> Map<String, RecipientRef<ImageRequest>> refs(
      EntityTypeKey<C> type, Map<String, Object> images) {
    return images.keySet().stream().collect(Collectors.toMap(id -> id, id -> ref(type, id)));
  }

  @SuppressWarnings("unchecked") // entities of a volatile host take requests for images
  private <C> RecipientRef<ImageRequest> ref(EntityTypeKey<C> type, String id) {
    EntityRef<C> entity = ClusterSharding.get(system).entityRefFor(type, id);
    return (RecipientRef<ImageRequest>) (Object) entity;
  }

  /// Returns all entities of a type that were ever started.
  private <C> CompletionStage<Map<String, RecipientRef<ImageRequest>>> entities(
      EntityTypeKey<C> type) {
    var sharding = ClusterSharding.get(system);
    CompletionStage<ShardRegion.CurrentShardRegionState> answer =
        AskPattern.ask(
            sharding.shardState(),
            replyTo -> new GetShardRegionState(type, replyTo),
            timeout,
            system.scheduler());
    return answer.thenApply(
        state -> {
          if (!state.getFailed().isEmpty()) {
            throw new IllegalStateException(
                "shards do not tell their entities: " + state.getFailed());
          }
          return state.getShards().stream()
              .flatMap(shard -> shard.getEntityIds().stream())
              .collect(Collectors.toMap(id -> id, id -> ref(type, id)));
        });
  }

  private CompletionStage<Map<String, Object>> takeAll(
      Map<String, RecipientRef<ImageRequest>> refs) {
    var asked = new TreeMap<String, CompletionStage<ImageRequest.Taken>>();
    refs.forEach((name, ref) -> asked.put(name, ask(ref, ImageRequest.Take::new)));
    CompletionStage<Map<String, Object>> all = CompletableFuture.completedFuture(new TreeMap<>());
    for (var each : asked.entrySet()) {
      all =
          all.thenCombine(
              each.getValue(),
              (images, taken) -> {
                images.put(each.getKey(), taken.image());
                return images;
              });
    }
    return all;
  }

  private CompletionStage<Done> restoreAll(
      Map<String, RecipientRef<ImageRequest>> refs, Map<String, Object> images) {
    var asked =
        refs.entrySet().stream()
            .map(
                each ->
                    this.<Done>ask(
                            each.getValue(),
                            replyTo ->
                                new ImageRequest.Restore(
                                    requireNonNull(images.get(each.getKey())), replyTo))
                        .toCompletableFuture())
            .toArray(CompletableFuture<?>[]::new);
    return CompletableFuture.allOf(asked).thenApply(_ -> Done.getInstance());
  }

  private <R> CompletionStage<R> ask(
      RecipientRef<ImageRequest> ref, Function<ActorRef<R>, ImageRequest> request) {
    return AskPattern.ask(ref, request, timeout, system.scheduler());
  }
}
