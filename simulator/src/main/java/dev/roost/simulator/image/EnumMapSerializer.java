package dev.roost.simulator.image;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.EnumMap;

/// Writes maps by the constants of an enum. Which enum, an empty map tells only Java's own
/// serialisation: therefore an emptied copy is written by it, and filled as it is read.
///
/// @param <K> the enum
final class EnumMapSerializer<K extends Enum<K>> extends Serializer<EnumMap<K, Object>> {

  @Override
  public void write(Kryo kryo, Output output, EnumMap<K, Object> map) {
    var empty = map.clone();
    empty.clear();
    var bytes = new ByteArrayOutputStream();
    try (var java = new ObjectOutputStream(bytes)) {
      java.writeObject(empty);
    } catch (IOException e) {
      throw new KryoException("memory cannot fail to be written", e);
    }
    output.writeInt(bytes.size());
    output.writeBytes(bytes.toByteArray());
    output.writeInt(map.size());
    map.forEach(
        (key, value) -> {
          kryo.writeClassAndObject(output, key);
          kryo.writeClassAndObject(output, value);
        });
  }

  @Override
  @SuppressWarnings("unchecked") // what was written above
  public EnumMap<K, Object> read(Kryo kryo, Input input, Class<? extends EnumMap<K, Object>> type) {
    byte[] bytes = input.readBytes(input.readInt());
    EnumMap<K, Object> map;
    try (var java = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      map = (EnumMap<K, Object>) java.readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw new KryoException("no map of an enum", e);
    }
    kryo.reference(map);
    for (int left = input.readInt(); left > 0; left--) {
      map.put((K) kryo.readClassAndObject(input), kryo.readClassAndObject(input));
    }
    return map;
  }
}
