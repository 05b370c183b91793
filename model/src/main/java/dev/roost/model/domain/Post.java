package dev.roost.model.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an author put into the world: an original post, or a repost of one.
///
/// @param topic short label in the author's words, empty if none; at most 64 characters
/// @param language ISO 639-1 code, `zz` if unknown
/// @param text what the post says; at most 10,000 characters
/// @param original what is reposted, never itself a repost; null for an original
public record Post(
    ItemId id,
    UserId author,
    Instant at,
    String topic,
    String language,
    MediaKind media,
    String text,
    @Nullable Original original) {

  /// Longest topic, in characters.
  public static final int MAX_TOPIC = 64;

  /// Longest text, in characters.
  public static final int MAX_TEXT = 10_000;

  /// The post that a repost repeats, and who wrote it.
  public record Original(ItemId item, UserId author) {}

  public Post {
    requireNonNull(id);
    requireNonNull(author);
    requireNonNull(at);
    requireNonNull(media);
    if (topic.length() > MAX_TOPIC) {
      throw new IllegalArgumentException("topic is longer than 64 characters: " + topic.length());
    }
    if (text.length() > MAX_TEXT) {
      throw new IllegalArgumentException("text is longer than 10,000 characters: " + text.length());
    }
  }

  /// Returns the post that is repeated, or empty for an original.
  public Optional<Original> repostOf() {
    return Optional.ofNullable(original);
  }

  /// Returns who wrote what is read here: the original's author for a repost.
  public UserId writer() {
    return original == null ? author : original.author();
  }
}
