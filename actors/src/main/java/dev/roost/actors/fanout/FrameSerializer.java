package dev.roost.actors.fanout;

import static java.nio.charset.StandardCharsets.UTF_8;

import akka.actor.ExtendedActorSystem;
import akka.actor.typed.ActorRefResolver;
import akka.actor.typed.javadsl.Adapter;
import akka.serialization.SerializerWithStringManifest;
import java.io.NotSerializableException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;

/// Writes frames for other nodes: a CRC-32C of what follows, the sender, the number, the actor to
/// answer, the body. The manifest names the version; another version is refused, as is whatever
/// does not match its checksum.
public final class FrameSerializer extends SerializerWithStringManifest {

  private static final String VERSION = "frame-3";
  private static final int IDENTIFIER = 20_260_102;
  private static final int CHECKSUM_BYTES = Integer.BYTES;
  private static final int HEADER_BYTES = CHECKSUM_BYTES + 2 * Long.BYTES + Integer.BYTES;
  private static final int LONGEST_REF = 4096;

  private final ExtendedActorSystem system;

  /// Called by Akka.
  public FrameSerializer(ExtendedActorSystem system) {
    this.system = system;
  }

  @Override
  public int identifier() {
    return IDENTIFIER;
  }

  @Override
  public String manifest(Object message) {
    return VERSION;
  }

  @Override
  public byte[] toBinary(Object message) {
    if (!(message instanceof Frame frame)) {
      throw new IllegalArgumentException("not a frame: " + message.getClass());
    }
    byte[] ref = resolver().toSerializationFormat(frame.replyTo()).getBytes(UTF_8);
    var out = ByteBuffer.allocate(HEADER_BYTES + ref.length + FrameCodec.bound(frame.body()));
    out.position(CHECKSUM_BYTES);
    out.putLong(frame.sender()).putLong(frame.sequence()).putInt(ref.length).put(ref);
    FrameCodec.put(out, frame.body());
    out.putInt(0, checksum(out.array(), out.position()));
    return Arrays.copyOf(out.array(), out.position());
  }

  @Override
  public Object fromBinary(byte[] bytes, String manifest) throws NotSerializableException {
    if (!manifest.equals(VERSION)) {
      throw new NotSerializableException(
          "this node reads frames of version %s, not %s".formatted(VERSION, manifest));
    }
    if (bytes.length < HEADER_BYTES
        || ByteBuffer.wrap(bytes).getInt() != checksum(bytes, bytes.length)) {
      throw new NotSerializableException("a frame of " + bytes.length + " bytes is damaged");
    }
    try {
      return frame(ByteBuffer.wrap(bytes).position(CHECKSUM_BYTES));
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      var refused = new NotSerializableException("a frame has no known form: " + e.getMessage());
      refused.initCause(e);
      throw refused;
    }
  }

  private Frame frame(ByteBuffer in) {
    long sender = in.getLong();
    long sequence = in.getLong();
    var ref = new byte[FrameBytes.count(in, LONGEST_REF)];
    in.get(ref);
    var body = FrameCodec.body(in);
    if (in.hasRemaining()) {
      throw new IllegalArgumentException(in.remaining() + " bytes after the end");
    }
    return new Frame(sender, sequence, resolver().resolveActorRef(new String(ref, UTF_8)), body);
  }

  private static int checksum(byte[] bytes, int end) {
    var crc = new CRC32C();
    crc.update(bytes, CHECKSUM_BYTES, end - CHECKSUM_BYTES);
    return (int) crc.getValue();
  }

  private ActorRefResolver resolver() {
    return ActorRefResolver.get(Adapter.toTyped(system));
  }
}
