package dev.roost.model.item;

import dev.roost.model.domain.Post;
import java.util.Arrays;

/// Places posts in an embedding space of one version.
public interface ItemEmbedder {

  /// Returns the version of the space; dot products are defined within one version only.
  String version();

  /// Returns the number of dimensions.
  int dimensions();

  /// Writes the place of a post.
  ///
  /// @param out shape `[dimensions]`; overwritten, zeros for a post of which nothing is known
  void embed(Post post, float[] out);

  /// Returns an embedder that knows nothing: every post is at the origin.
  static ItemEmbedder origin(int dimensions) {
    return new ItemEmbedder() {
      @Override
      public String version() {
        return "";
      }

      @Override
      public int dimensions() {
        return dimensions;
      }

      @Override
      public void embed(Post post, float[] out) {
        Arrays.fill(out, 0);
      }
    };
  }
}
