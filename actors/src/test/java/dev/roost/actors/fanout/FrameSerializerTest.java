package dev.roost.actors.fanout;

import static dev.roost.actors.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.javadsl.Adapter;
import akka.serialization.SerializationExtension;
import dev.roost.actors.Gen;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.MediaKind;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.UserId;
import dev.roost.model.item.ItemCounts;
import dev.roost.model.item.ItemStatus;
import java.io.NotSerializableException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FrameSerializerTest {

  private static final ActorTestKit KIT = ActorTestKit.create();
  private static final String VERSION = "frame-3";

  private final TestProbe<FrameReply> answers = KIT.createTestProbe(FrameReply.class);
  private FrameSerializer serializer;

  @AfterAll
  static void shutDown() {
    KIT.shutdownTestKit();
  }

  @BeforeEach
  void find() throws NotSerializableException {
    var extension = SerializationExtension.get(Adapter.toClassic(KIT.system()));
    serializer = (FrameSerializer) extension.serializerFor(Frame.class);
  }

  private static String text(Gen gen, int longest) {
    int bound = gen.either() ? 256 : Character.MAX_VALUE + 1; // lone surrogates among them
    var text = new StringBuilder();
    for (int left = gen.whole(0, gen.whole(1, longest + 1) + 1); left > 0; left--) {
      text.append((char) gen.whole(0, bound));
    }
    return text.toString();
  }

  private static Instant instant(Gen gen) {
    return Instant.ofEpochSecond(
        gen.whole(-1_000_000_000, 2_000_000_000), gen.whole(0, 1_000_000_000));
  }

  private static Post post(Gen gen) {
    var media = MediaKind.values();
    return new Post(
        new ItemId(gen.bits()),
        new UserId(gen.bits()),
        instant(gen),
        text(gen, Post.MAX_TOPIC),
        "pt",
        media[gen.whole(0, media.length)],
        text(gen, gen.whole(0, 20) == 0 ? Post.MAX_TEXT : 100),
        gen.either() ? null : new Post.Original(new ItemId(gen.bits()), new UserId(gen.bits())));
  }

  private static StampedPost stamped(Gen gen) {
    return new StampedPost(post(gen), gen.bits());
  }

  private static FanoutRoot.Totals totals(Gen gen) {
    int[] counts = IntStream.range(0, 8).map(_ -> gen.whole(0, Integer.MAX_VALUE)).toArray();
    return new FanoutRoot.Totals(new ItemId(gen.bits()), ItemCounts.of(counts));
  }

  private static <T> List<T> some(Gen gen, Function<Gen, T> draw) {
    return Stream.generate(() -> draw.apply(gen)).limit(gen.whole(0, 20)).toList();
  }

  private Frame frame(Gen gen) {
    Frame.Body body =
        switch (gen.whole(0, 4)) {
          case 0 -> new Frame.Posts(some(gen, FrameSerializerTest::stamped));
          case 1 -> new Frame.TotalsOf(some(gen, FrameSerializerTest::totals));
          case 2 ->
              new Frame.Status(
                  new ItemId(gen.bits()), ItemStatus.values()[gen.whole(0, 3)], instant(gen));
          default -> new Frame.Barrier(instant(gen), instant(gen));
        };
    return new Frame(gen.bits(), gen.bits(), answers.getRef(), body);
  }

  @Test
  void framesArriveAsTheyLeft() {
    forAll(
        gen -> {
          var frame = frame(gen);

          assertThat(read(serializer.toBinary(frame), serializer.manifest(frame))).isEqualTo(frame);
        });
  }

  private Object read(byte[] bytes, String manifest) {
    try {
      return serializer.fromBinary(bytes, manifest);
    } catch (NotSerializableException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void refusesFramesWithAFlippedBit() {
    forAll(
        gen -> {
          byte[] bytes = serializer.toBinary(frame(gen));
          bytes[gen.whole(0, bytes.length)] ^= (byte) (1 << gen.whole(0, 8));

          assertThatThrownBy(() -> serializer.fromBinary(bytes, VERSION))
              .isInstanceOf(NotSerializableException.class)
              .hasMessageContaining("damaged");
        });
  }

  @Test
  void refusesFramesThatEndEarly() {
    forAll(
        gen -> {
          byte[] bytes = serializer.toBinary(frame(gen));
          byte[] cut = Arrays.copyOf(bytes, gen.whole(0, bytes.length));

          assertThatThrownBy(() -> serializer.fromBinary(cut, VERSION))
              .isInstanceOf(NotSerializableException.class);
        });
  }

  @Test
  void refusesAnotherVersion() {
    byte[] bytes =
        serializer.toBinary(
            new Frame(1, 1, answers.getRef(), new Frame.Barrier(Instant.EPOCH, Instant.EPOCH)));

    assertThatThrownBy(() -> serializer.fromBinary(bytes, "frame-2"))
        .isInstanceOf(NotSerializableException.class)
        .hasMessage("this node reads frames of version frame-3, not frame-2");
  }

  @Test
  void framesStayFarBelowWhatAkkaDrops() {
    forAll(
        gen -> {
          var settings = Tree.settings("frame-bytes = 64 KiB");
          var posts = Stream.generate(() -> stamped(gen)).limit(gen.whole(1, 300)).toList();
          var bodies = FrameBuilder.ofPosts(posts, settings);

          assertThat(bodies.stream().flatMap(body -> ((Frame.Posts) body).posts().stream()))
              .containsExactlyElementsOf(posts);
          for (var body : bodies) {
            byte[] bytes = serializer.toBinary(new Frame(1, 1, answers.getRef(), body));
            assertThat(bytes.length).isLessThan(66 * 1024);
          }
        });
  }
}
