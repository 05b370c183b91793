package dev.roost.model.score;

import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// The vectors of this machine, of 128 to 512 bits.
final class Lanes {

  private static final VectorShape WIDE = atMost(512);

  static final VectorSpecies<Byte> BYTES = VectorSpecies.of(byte.class, WIDE);
  static final VectorSpecies<Float> FLOATS = VectorSpecies.of(float.class, WIDE);
  static final VectorSpecies<Double> DOUBLES = VectorSpecies.of(double.class, WIDE);
  static final VectorSpecies<Long> LONGS = VectorSpecies.of(long.class, atMost(256));

  private Lanes() {}

  private static VectorShape atMost(int bits) {
    return VectorShape.forBitSize(Math.min(bits, VectorShape.preferredShape().vectorBitSize()));
  }

  static int bits() {
    return WIDE.vectorBitSize();
  }
}
