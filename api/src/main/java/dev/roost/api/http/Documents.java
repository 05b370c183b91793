package dev.roost.api.http;

import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.Post;
import dev.roost.model.feed.Explanation;
import dev.roost.model.feed.FeedItem;
import dev.roost.model.item.ItemCounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes values of the domain as documents for clients.
final class Documents {

  private Documents() {}

  static Outgoing.Post post(Post post, ItemCounts counts) {
    return new Outgoing.Post(
        post.id().toString(),
        post.author().toString(),
        post.at().toString(),
        post.topic(),
        post.language(),
        Words.of(post.media()),
        post.text(),
        original(post),
        byKind(counts));
  }

  static Outgoing.Item item(FeedItem item, Post post) {
    return new Outgoing.Item(
        item.item().toString(),
        item.author().toString(),
        item.at().toString(),
        post.topic(),
        post.language(),
        Words.of(post.media()),
        post.text(),
        original(post),
        why(item));
  }

  private static Outgoing.Why why(FeedItem item) {
    return new Outgoing.Why(
        Words.of(item.source()),
        item.source().isInNetwork(),
        known(item.probability()),
        known(item.value()),
        item.rankBefore(),
        item.exploring(),
        item.propensity(),
        item.explanation() == null ? null : foretold(item.explanation()),
        item.explanation() == null ? null : moves(item.explanation().moves()));
  }

  private static Outgoing.Moves moves(Explanation.Moves moves) {
    return new Outgoing.Moves(
        moves.timesShown(),
        moves.topicShown(),
        moves.writerShown(),
        moves.topicAbove(),
        moves.writerAbove(),
        moves.explored());
  }

  private static List<Outgoing.Foretold> foretold(Explanation explanation) {
    return explanation.heads().stream()
        .map(
            head ->
                new Outgoing.Foretold(
                    head.name(),
                    head.foretold(),
                    head.weight(),
                    head.additiveOn(),
                    head.base(),
                    head.added().stream()
                        .map(each -> new Outgoing.Added(each.feature(), each.value(), each.add()))
                        .toList()))
        .toList();
  }

  private static @Nullable Double known(double score) {
    return Double.isNaN(score) ? null : score;
  }

  private static Outgoing.@Nullable Original original(Post post) {
    return post.repostOf()
        .map(each -> new Outgoing.Original(each.item().toString(), each.author().toString()))
        .orElse(null);
  }

  private static Map<String, Integer> byKind(ItemCounts counts) {
    var byKind = new LinkedHashMap<String, Integer>();
    for (var kind : EngagementKind.values()) {
      byKind.put(Words.of(kind), counts.of(kind));
    }
    return byKind;
  }
}
