package dev.roost.model.embed;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/// Vectors of the tokens of one family, such as all authors, by ascending key.
final class TokenFamily {

  private final long[] keys;
  private final float[] evidence; // faded positives that each vector rests on
  private final float[] vectors; // row-major, [keys, dimensions]
  private final int dimensions;

  TokenFamily(long[] keys, float[] evidence, float[] vectors, int dimensions) {
    if (evidence.length != keys.length || vectors.length != (long) keys.length * dimensions) {
      throw new IllegalArgumentException("a token has one key, one evidence and one vector");
    }
    this.keys = keys;
    this.evidence = evidence;
    this.vectors = vectors;
    this.dimensions = dimensions;
  }

  static TokenFamily empty(int dimensions) {
    return new TokenFamily(new long[0], new float[0], new float[0], dimensions);
  }

  /// Returns the index of a key, or a negative number. O(log n).
  int find(long key) {
    return Arrays.binarySearch(keys, key);
  }

  int size() {
    return keys.length;
  }

  /// Returns how much a token may be trusted, in `[0, 1)`; 0 for an unknown one.
  float trust(int index, float halfAt) {
    return index < 0 ? 0 : evidence[index] / (evidence[index] + halfAt);
  }

  /// Adds a token's vector, `weight` times, to `out`.
  void add(int index, float weight, float[] out) {
    for (int i = 0; i < dimensions; i++) {
      out[i] += weight * vectors[index * dimensions + i];
    }
  }

  boolean isFinite() {
    return allFinite(evidence) && allFinite(vectors);
  }

  private static boolean allFinite(float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(keys.length);
    for (int i = 0; i < keys.length; i++) {
      out.writeLong(keys[i]);
      out.writeFloat(evidence[i]);
      for (int d = 0; d < dimensions; d++) {
        out.writeFloat(vectors[i * dimensions + d]);
      }
    }
  }

  static TokenFamily read(DataInputStream in, int dimensions) throws IOException {
    int count = in.readInt();
    if (count < 0 || (long) count * (12 + 4L * dimensions) > in.available()) {
      throw new IOException("impossible number of tokens: " + count);
    }
    var keys = new long[count];
    var evidence = new float[count];
    var vectors = new float[count * dimensions];
    for (int i = 0; i < count; i++) {
      keys[i] = in.readLong();
      if (i > 0 && keys[i] <= keys[i - 1]) {
        throw new IOException("token keys do not ascend at " + i);
      }
      evidence[i] = in.readFloat();
      for (int d = 0; d < dimensions; d++) {
        vectors[i * dimensions + d] = in.readFloat();
      }
    }
    return new TokenFamily(keys, evidence, vectors, dimensions);
  }
}
