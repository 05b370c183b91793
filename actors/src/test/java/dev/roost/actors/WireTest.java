package dev.roost.actors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.typed.javadsl.Adapter;
import akka.serialization.Serialization;
import akka.serialization.SerializationExtension;
import akka.serialization.Serializers;
import akka.serialization.jackson.JacksonCborSerializer;
import akka.serialization.jackson.JacksonObjectMapperProvider;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.typesafe.config.ConfigFactory;
import dev.roost.actors.entity.StoredEvent;
import dev.roost.actors.user.UserEntity;
import dev.roost.model.domain.ItemId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class WireTest {

  /// `-Dgolden.write=true` writes golden files that are missing; it never changes one.
  private static final boolean WRITE = Boolean.getBoolean("golden.write");

  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static ActorTestKit kit;
  private static Serialization serialization;

  @BeforeAll
  static void start() {
    kit =
        ActorTestKit.create(
            "wire", NodeConfig.over(ConfigFactory.parseString("akka.actor.provider = local")));
    serialization = SerializationExtension.get(Adapter.toClassic(kit.system()));
  }

  @AfterAll
  static void stop() {
    kit.shutdownTestKit();
  }

  static List<Class<?>> travellers() {
    return Travellers.types();
  }

  static List<String> storedNames() {
    return WireModule.EVENTS.keySet().stream().sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("travellers")
  void whatTravelsArrivesAsItLeft(Class<?> type) {
    assertThat(type.isRecord()).as("%s is a record", type).isTrue();
    var sent = Travellers.instance(type, kit.createTestProbe().getRef());
    var serializer = serialization.findSerializerFor(sent);
    assertThat(serializer).isInstanceOf(JacksonCborSerializer.class);

    var arrived =
        serialization
            .deserialize(
                serialization.serialize(sent).get(),
                serializer.identifier(),
                Serializers.manifestFor(serializer, sent))
            .get();

    assertThat(arrived).isEqualTo(sent);
  }

  @Test
  void everyStoredEventHasOneName() {
    var events =
        Travellers.types().stream().filter(StoredEvent.class::isAssignableFrom).collect(toSet());

    assertThat(WireModule.EVENTS.values()).containsExactlyInAnyOrderElementsOf(cast(events));
  }

  @SuppressWarnings("unchecked")
  private static <T> Iterable<T> cast(Iterable<?> values) {
    return (Iterable<T>) values;
  }

  @ParameterizedTest
  @MethodSource("storedNames")
  void storedEventsKeepTheirBytes(String name) throws IOException {
    var event = StoredSamples.of(name);
    byte[] bytes = serialization.serialize(event).get();
    var file = GOLDEN.resolve(name + ".cbor");
    if (WRITE && !Files.exists(file)) {
      Files.createDirectories(GOLDEN);
      Files.write(file, bytes);
      Files.writeString(GOLDEN.resolve(name + ".json"), json(event));
    }

    assertThat(bytes).isEqualTo(Files.readAllBytes(file));
    assertThat(json(event)).isEqualTo(Files.readString(GOLDEN.resolve(name + ".json")));
  }

  @ParameterizedTest
  @MethodSource("storedNames")
  void storedEventsStayReadable(String name) throws IOException {
    var serializer = serialization.findSerializerFor(StoredSamples.of(name));
    byte[] golden = Files.readAllBytes(GOLDEN.resolve(name + ".cbor"));

    assertThat(serialization.deserialize(golden, serializer.identifier(), "").get())
        .isEqualTo(StoredSamples.of(name));
  }

  @Test
  void everyGoldenFileIsOfAName() throws IOException {
    try (var files = Files.list(GOLDEN)) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString().replaceAll("\\.(cbor|json)$", ""))
                  .collect(toSet()))
          .isEqualTo(WireModule.EVENTS.keySet());
    }
  }

  @Test
  void classNamesAreNotStored() {
    for (var name : storedNames()) {
      var event = StoredSamples.of(name);
      var serializer = serialization.findSerializerFor(event);

      assertThat(Serializers.manifestFor(serializer, event)).doesNotContain("roost");
      assertThat(new String(serializer.toBinary(event), UTF_8))
          .contains(name)
          .doesNotContain("dev.roost");
    }
  }

  @Test
  void whatIsNotUnderstoodIsRefused() {
    var mapper = mapper();
    for (var broken :
        List.of(
            "{\"is\":\"user.followed\",\"author\":1,\"at\":\"2026-01-01T00:00:00Z\",\"x\":1}",
            "{\"is\":\"user.followed\",\"author\":1}",
            "{\"is\":\"user.followed\",\"author\":\"1\",\"at\":\"2026-01-01T00:00:00Z\"}",
            "{\"is\":\"user.danced\",\"author\":1,\"at\":\"2026-01-01T00:00:00Z\"}",
            "{\"is\":\"user.followed\",\"author\":"
                + "1".repeat(200)
                + ",\"at\":\"2026-01-01T00:00:00Z\"}",
            "{\"is\":\"user.followed\",\"x\":" + "[".repeat(40) + "]".repeat(40) + "}")) {
      assertThatThrownBy(() -> mapper.readValue(broken, StoredEvent.class))
          .as(broken)
          .isInstanceOf(JsonProcessingException.class);
    }
  }

  @Test
  void deepNestingIsRefusedByTheConstraint() {
    var nested = "[".repeat(33) + "]".repeat(33);

    assertThatThrownBy(() -> mapper().readTree(nested)).hasMessageContaining("32");
  }

  @Test
  void protocolsOfEntitiesTravel() {
    var roots = List.<Class<?>>of(UserEntity.Command.class, UserEntity.Reply.class);

    for (var root : roots) {
      assertThat(Arrays.asList(root.getPermittedSubclasses()))
          .isNotEmpty()
          .isSubsetOf(Travellers.types());
    }
    assertThat(serialization.findSerializerFor(new UserEntity.NoSuchPost(new ItemId(1))))
        .isInstanceOf(JacksonCborSerializer.class);
  }

  private static ObjectMapper mapper() {
    return JacksonObjectMapperProvider.get(Adapter.toClassic(kit.system()))
        .getOrCreate("json-view", Optional.empty());
  }

  private static String json(StoredEvent event) throws IOException {
    return mapper()
            .writerWithDefaultPrettyPrinter()
            .forType(StoredEvent.class)
            .writeValueAsString(event)
        + "\n";
  }
}
