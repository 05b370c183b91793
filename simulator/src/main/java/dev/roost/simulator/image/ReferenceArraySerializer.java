package dev.roost.simulator.image;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// Writes an array of references entry by entry, absent ones as single bytes.
final class ReferenceArraySerializer extends Serializer<AtomicReferenceArray<Object>> {

  @Override
  public void write(Kryo kryo, Output output, AtomicReferenceArray<Object> array) {
    output.writeInt(array.length());
    for (int i = 0; i < array.length(); i++) {
      kryo.writeClassAndObject(output, array.get(i));
    }
  }

  @Override
  public AtomicReferenceArray<Object> read(
      Kryo kryo, Input input, Class<? extends AtomicReferenceArray<Object>> type) {
    var array = new AtomicReferenceArray<Object>(input.readInt());
    kryo.reference(array);
    for (int i = 0; i < array.length(); i++) {
      array.set(i, kryo.readClassAndObject(input));
    }
    return array;
  }
}
