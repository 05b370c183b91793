package dev.roost.actors.user;

import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.RequestId;
import java.util.List;

/// 64 bits that tell one request from another under the same idempotency key.
///
/// Identifiers and instants that the service itself gives are left out, since a retry is given
/// others. Two requests share a fingerprint with probability 2⁻⁶⁴; a client that seeks such a pair
/// harms itself alone.
final class Fingerprint {

  private long bits;

  private Fingerprint(long start) {
    bits = start;
  }

  /// Returns the fingerprint of the content of a post.
  static long of(Post post) {
    var print = new Fingerprint(1);
    print.add(post.topic());
    print.add(post.language());
    print.add(post.media().name());
    print.add(post.text());
    if (post.original() != null) {
      print.add(post.original().item().value());
      print.add(post.original().author().value());
    }
    return print.bits;
  }

  /// Returns the fingerprint of a batch of engagements.
  static long of(RequestId request, List<Engagement> engagements) {
    var print = new Fingerprint(2);
    print.add(request.value());
    for (var engagement : engagements) {
      print.add(engagement.item().value());
      print.add(engagement.kind().name());
      print.add(engagement.position());
      print.add(engagement.dwell().toMillis());
    }
    return print.bits;
  }

  private void add(String text) {
    add(text.length());
    for (int i = 0; i < text.length(); i++) {
      add(text.charAt(i));
    }
  }

  private void add(long value) { // the finaliser of SplitMix64 over what came before
    long z = bits * 31 + value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    bits = z ^ (z >>> 31);
  }
}
