package dev.roost.simulator.image;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import com.esotericsoftware.kryo.util.DefaultInstantiatorStrategy;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.UnaryOperator;
import org.objenesis.strategy.StdInstantiatorStrategy;

/// Writes a graph of objects as it is, field by field, and reads it back: what is shared is shared
/// again, cycles included.
///
/// Nothing has to be said about a class of Roost, so that new fields are in an image without more
/// code. Other classes are written only if they are known to be data: collections, times, graphs of
/// neighbours. Whatever else is met – a lambda, an actor, a stream, a lock – is refused, and the
/// message names the way to it. The order in which a hash map is walked is not part of an image.
///
/// An image is trusted as the program itself is: read none that came from others.
public final class GraphCodec {

  private static final int BUFFER = 1 << 16;
  private static final List<String> DATA =
      List.of(
          "dev.roost.",
          "java.lang.Boolean",
          "java.lang.Byte",
          "java.lang.Character",
          "java.lang.Double",
          "java.lang.Float",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Object", // as the type of an array
          "java.lang.Short",
          "java.lang.String",
          "java.math.Big",
          "java.time.",
          "java.util.Array",
          "java.util.BitSet",
          "java.util.Collections$Empty",
          "java.util.Collections$Singleton",
          "java.util.Enum",
          "java.util.HashMap",
          "java.util.HashSet",
          "java.util.ImmutableCollections$",
          "java.util.LinkedHash",
          "java.util.Optional",
          "java.util.PriorityQueue",
          "java.util.TreeMap",
          "java.util.TreeSet",
          "java.util.concurrent.ConcurrentHashMap",
          "java.util.concurrent.atomic.Atomic",
          "org.apache.lucene.internal.hppc.",
          "org.apache.lucene.util.",
          "org.roaringbitmap.");

  private final Map<Class<?>, Object> given = new HashMap<>();
  private final Map<Class<?>, UnaryOperator<Object>> changes = new HashMap<>();

  /// Returns this codec, which writes nothing of objects of a class and reads `object` in their
  /// place.
  public <T> GraphCodec giving(Class<T> type, T object) {
    given.put(type, object);
    return this;
  }

  /// Returns this codec, which changes each object of a record's class as it is read.
  public <T extends Record> GraphCodec changing(Class<T> type, UnaryOperator<T> change) {
    changes.put(type, read -> change.apply(type.cast(read)));
    return this;
  }

  /// Writes a graph; nobody may change it meanwhile. The stream is flushed and stays open.
  ///
  /// @throws ImageException if something in it is not data, or the stream fails
  public void write(Object root, OutputStream to) {
    try {
      var output = new Output(to, BUFFER);
      kryo().writeClassAndObject(output, root);
      output.flush();
    } catch (KryoException | IllegalArgumentException e) {
      throw new ImageException("an image cannot be written: " + e.getMessage(), e);
    }
  }

  /// Reads a graph. More than the graph may be taken from the stream.
  ///
  /// @throws ImageException if the stream holds no graph of this build's classes
  public <T> T read(Class<T> type, InputStream from) {
    try {
      return type.cast(kryo().readClassAndObject(new Input(from, BUFFER)));
    } catch (RuntimeException e) {
      throw new ImageException("an image cannot be read: " + e.getMessage(), e);
    }
  }

  private Kryo kryo() {
    var kryo = new Kryo(new DataClasses(GraphCodec::isData), new IdentityReferences());
    kryo.setRegistrationRequired(false);
    kryo.setReferences(true);
    kryo.setOptimizedGenerics(false);
    kryo.setInstantiatorStrategy(new DefaultInstantiatorStrategy(new StdInstantiatorStrategy()));
    kryo.setClassLoader(GraphCodec.class.getClassLoader());
    kryo.addDefaultSerializer(EnumMap.class, new EnumMapSerializer<Thread.State>());
    kryo.addDefaultSerializer(AtomicReferenceArray.class, new ReferenceArraySerializer());
    given.forEach((type, object) -> kryo.addDefaultSerializer(type, new Given(object)));
    changes.forEach((type, change) -> kryo.addDefaultSerializer(type, new ChangedRecord(change)));
    return kryo;
  }

  private static boolean isData(Class<?> type) {
    var element = type;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    if (element.isPrimitive() || element.isEnum()) {
      return true;
    }
    var name = element.getName();
    return !element.isHidden()
        && !element.isSynthetic()
        && DATA.stream().anyMatch(name::startsWith);
  }

  /// Stands for an object that whoever reads has.
  private static final class Given extends Serializer<Object> {
    private final Object object;

    private Given(Object object) {
      this.object = object;
    }

    @Override
    public void write(Kryo kryo, Output output, Object written) {}

    @Override
    public Object read(Kryo kryo, Input input, Class<?> type) {
      return object;
    }
  }
}
