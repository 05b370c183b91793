package dev.roost.simulator.image;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import com.esotericsoftware.kryo.serializers.RecordSerializer;
import java.util.function.UnaryOperator;

/// Writes records as they are, and changes them as they are read.
final class ChangedRecord extends Serializer<Object> {

  private final UnaryOperator<Object> change;

  ChangedRecord(UnaryOperator<Object> change) {
    this.change = change;
  }

  @Override
  @SuppressWarnings({"unchecked", "rawtypes"}) // the serialiser of this very class
  public void write(Kryo kryo, Output output, Object record) {
    new RecordSerializer(record.getClass()).write(kryo, output, record);
  }

  @Override
  @SuppressWarnings({"unchecked", "rawtypes"})
  public Object read(Kryo kryo, Input input, Class<? extends Object> type) {
    return change.apply(new RecordSerializer(type).read(kryo, input, type));
  }
}
