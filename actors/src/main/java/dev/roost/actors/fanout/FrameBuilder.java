package dev.roost.actors.fanout;

import dev.roost.model.domain.Post;
import java.util.ArrayList;
import java.util.List;

/// Cuts what is to be sent into bodies of frames of bounded count and size.
final class FrameBuilder {

  private static final int POST_OVERHEAD = 128;
  static final int TOTALS_BYTES = 64;

  private FrameBuilder() {}

  /// Returns an upper bound of the bytes that a post takes in a frame.
  static int bytes(Post post) {
    return POST_OVERHEAD + 2 * (post.topic().length() + post.text().length());
  }

  /// Cuts posts, in their order; a post larger than a frame gets one of its own.
  static List<Frame.Body> ofPosts(List<StampedPost> posts, FanoutSettings settings) {
    var bodies = new ArrayList<Frame.Body>();
    int from = 0;
    int bytes = 0;
    for (int i = 0; i < posts.size(); i++) {
      int more = bytes(posts.get(i).post());
      if (i > from && (i - from == settings.batchPosts() || bytes + more > settings.frameBytes())) {
        bodies.add(new Frame.Posts(posts.subList(from, i)));
        from = i;
        bytes = 0;
      }
      bytes += more;
    }
    if (from < posts.size()) {
      bodies.add(new Frame.Posts(posts.subList(from, posts.size())));
    }
    return bodies;
  }

  /// Returns how many totals fit into a frame.
  static int mostTotals(FanoutSettings settings) {
    return Math.max(1, settings.frameBytes() / TOTALS_BYTES);
  }
}
