package dev.roost.actors.fanout;

import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.MediaKind;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.UserId;
import dev.roost.model.item.ItemCounts;
import dev.roost.model.item.ItemStatus;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The binary form of what a frame carries: a byte for its kind, then its values in order.
final class FrameCodec {

  private static final byte POSTS = 1;
  private static final byte TOTALS = 2;
  private static final byte STATUS = 3;
  private static final byte BARRIER = 4;

  private static final int LONGEST_LANGUAGE = 16;
  private static final int KINDS = EngagementKind.values().length;

  private FrameCodec() {}

  /// Returns an upper bound of the bytes that a body takes.
  static int bound(Frame.Body body) {
    return 64
        + switch (body) {
          case Frame.Posts(var posts) ->
              posts.stream().mapToInt(post -> FrameBuilder.bytes(post.post())).sum();
          case Frame.TotalsOf(var totals) -> totals.size() * FrameBuilder.TOTALS_BYTES;
          case Frame.Status _, Frame.Barrier _ -> 0;
        };
  }

  /// Writes a body.
  static void put(ByteBuffer out, Frame.Body body) {
    switch (body) {
      case Frame.Posts(var posts) -> {
        out.put(POSTS).putInt(posts.size());
        posts.forEach(post -> put(out, post));
      }
      case Frame.TotalsOf(var totals) -> {
        out.put(TOTALS).putInt(totals.size());
        totals.forEach(of -> put(out, of));
      }
      case Frame.Status(var item, var status, var at) -> {
        out.put(STATUS).putLong(item.value()).put((byte) status.ordinal());
        FrameBytes.put(out, at);
      }
      case Frame.Barrier(var at, var horizon) -> {
        out.put(BARRIER);
        FrameBytes.put(out, at);
        FrameBytes.put(out, horizon);
      }
    }
  }

  /// Reads a body.
  ///
  /// @throws IllegalArgumentException if the bytes are of no known form
  /// @throws java.nio.BufferUnderflowException if they end too early
  static Frame.Body body(ByteBuffer in) {
    byte kind = in.get();
    return switch (kind) {
      case POSTS -> new Frame.Posts(list(in, FrameCodec::stamped));
      case TOTALS -> new Frame.TotalsOf(list(in, FrameCodec::totals));
      case STATUS ->
          new Frame.Status(
              new ItemId(in.getLong()),
              FrameBytes.oneOf(in, ItemStatus.values()),
              FrameBytes.instant(in));
      case BARRIER -> new Frame.Barrier(FrameBytes.instant(in), FrameBytes.instant(in));
      default -> throw new IllegalArgumentException("no kind of frame has number " + kind);
    };
  }

  private static <T> List<T> list(ByteBuffer in, Function<ByteBuffer, T> element) {
    int count = FrameBytes.count(in, in.remaining());
    var elements = new ArrayList<T>(count);
    for (int i = 0; i < count; i++) {
      elements.add(element.apply(in));
    }
    return elements;
  }

  private static void put(ByteBuffer out, StampedPost stamped) {
    out.putLong(stamped.acknowledgedMicros());
    put(out, stamped.post());
  }

  private static StampedPost stamped(ByteBuffer in) {
    long acknowledgedMicros = in.getLong();
    return new StampedPost(post(in), acknowledgedMicros);
  }

  private static void put(ByteBuffer out, Post post) {
    out.putLong(post.id().value()).putLong(post.author().value());
    FrameBytes.put(out, post.at());
    FrameBytes.put(out, post.topic());
    FrameBytes.put(out, post.language());
    out.put((byte) post.media().ordinal());
    FrameBytes.put(out, post.text());
    var original = post.original();
    out.put((byte) (original == null ? 0 : 1));
    if (original != null) {
      out.putLong(original.item().value()).putLong(original.author().value());
    }
  }

  private static Post post(ByteBuffer in) {
    return new Post(
        new ItemId(in.getLong()),
        new UserId(in.getLong()),
        FrameBytes.instant(in),
        FrameBytes.text(in, Post.MAX_TOPIC),
        FrameBytes.text(in, LONGEST_LANGUAGE),
        FrameBytes.oneOf(in, MediaKind.values()),
        FrameBytes.text(in, Post.MAX_TEXT),
        in.get() == 0
            ? null
            : new Post.Original(new ItemId(in.getLong()), new UserId(in.getLong())));
  }

  private static void put(ByteBuffer out, FanoutRoot.Totals of) {
    out.putLong(of.item().value());
    for (int count : of.counts().toArray()) {
      out.putInt(count);
    }
  }

  private static FanoutRoot.Totals totals(ByteBuffer in) {
    var item = new ItemId(in.getLong());
    var counts = new int[KINDS];
    for (int kind = 0; kind < KINDS; kind++) {
      counts[kind] = in.getInt();
    }
    return new FanoutRoot.Totals(item, ItemCounts.of(counts));
  }
}
