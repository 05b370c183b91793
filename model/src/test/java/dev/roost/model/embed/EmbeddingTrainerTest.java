package dev.roost.model.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.ExampleGen;
import dev.roost.model.Gen;
import dev.roost.model.TableGen;
import dev.roost.model.domain.AgeBand;
import dev.roost.model.domain.Profile;
import dev.roost.model.learn.Example;
import dev.roost.model.reader.ReaderHistory;
import dev.roost.model.reader.Relations;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class EmbeddingTrainerTest {

  private static final EmbeddingSettings SETTINGS =
      new EmbeddingSettings(4, 5, 1.5, Duration.ofDays(14));
  private static final int GROUPS = 3;
  private static final List<Profile> PROFILES =
      List.of(
          new Profile(AgeBand.FROM_18_TO_24, "BR", "pt"),
          new Profile(AgeBand.FROM_25_TO_34, "DE", "de"),
          new Profile(AgeBand.FROM_55, "JP", "ja"));

  /// Readers of three countries; nine in ten clicks stay among the items of one's own group.
  private static List<Example> communities(boolean withTopics) {
    var gen = Gen.ofSeed(11);
    var examples = new ArrayList<Example>();
    for (int i = 0; i < 6_000; i++) {
      int reader = gen.whole(0, 300);
      int group = gen.whole(0, 10) == 0 ? gen.whole(0, GROUPS) : reader % GROUPS;
      int item = GROUPS * gen.whole(0, 50) + group;
      examples.add(
          ExampleGen.example(
              reader,
              PROFILES.get(reader % GROUPS),
              item,
              GROUPS * gen.whole(0, 4) + group,
              withTopics ? "topic" + group : "",
              true));
    }
    return examples;
  }

  private static float[] place(TokenEmbedding embedding, int item, String topic) {
    var out = new float[embedding.dimensions()];
    embedding.embed(TableGen.post(item, item % GROUPS, topic, TableGen.START), out);
    return out;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Test
  void recoversPlantedCommunities() {
    var embedding = EmbeddingTrainer.train(communities(false), SETTINGS, 1, "v");

    double within = 0;
    double across = 0;
    for (int a = 0; a < 60; a++) {
      for (int b = 0; b < a; b++) {
        double near = dot(place(embedding, a, ""), place(embedding, b, ""));
        within += a % GROUPS == b % GROUPS ? near / 570 : 0;
        across += a % GROUPS == b % GROUPS ? 0 : near / 1_200;
      }
    }
    assertThat(within).isGreaterThan(0.5);
    assertThat(across).isLessThan(0);
  }

  @Test
  void placesItemsThatNobodyMetByTopicAndWriter() {
    var embedding = EmbeddingTrainer.train(communities(true), SETTINGS, 1, "v");
    int unknown = 300_000;

    for (int group = 0; group < GROUPS; group++) {
      var cold = place(embedding, unknown + group, "topic" + group);
      for (int item = 0; item < 30; item++) {
        double near = dot(cold, place(embedding, item, "topic" + item % GROUPS));
        assertThat(near > 0.2).isEqualTo(item % GROUPS == group);
      }
    }
  }

  @Test
  void countriesPointWhereTheirReadersGo() {
    var embedding = EmbeddingTrainer.train(communities(false), SETTINGS, 1, "v");

    for (int country = 0; country < GROUPS; country++) {
      var direction = embedding.country(PROFILES.get(country));
      for (int item = 0; item < 30; item++) {
        double near = dot(direction, place(embedding, item, ""));
        assertThat(near > 0.2).as("item %d is %f", item, near).isEqualTo(item % GROUPS == country);
      }
    }
  }

  @Test
  void tasteIsTheFadedMeanOfPlaces() {
    var embedding = EmbeddingTrainer.train(communities(false), SETTINGS, 1, "v");
    var table = TableGen.table();
    table.append(TableGen.post(0, 0, "", TableGen.START));
    table.append(TableGen.post(1, 1, "", TableGen.START));
    table.install(embedding);
    var now = TableGen.START.plus(Duration.ofDays(3));
    var history = TableGen.click(ReaderHistory.empty(), 0, TableGen.START);
    history = TableGen.click(history, 1, now);

    var taste =
        embedding.of(TableGen.reader(Profile.unknown(), Relations.none(), history), table, now);

    var first = place(embedding, 0, "");
    var second = place(embedding, 1, "");
    assertThat(taste.isKnown()).isTrue();
    for (int d = 0; d < 4; d++) {
      assertThat(taste.direction()[d]).isCloseTo((first[d] + 2 * second[d]) / 3, within(1e-6f));
    }
    assertThat(taste.country(table, 0)).isZero(); // nobody told a country ZZ
  }

  @Test
  void nothingIsKnownInASpaceThatTheTableDoesNotHold() {
    var embedding = EmbeddingTrainer.train(communities(false), SETTINGS, 1, "v");
    var reader = TableGen.reader(Profile.unknown(), Relations.none(), ReaderHistory.empty());

    assertThat(embedding.of(reader, TableGen.table(), TableGen.START).column()).isNegative();
  }

  @Test
  void dependsOnTheSeedAndNotOnTheOrder() throws IOException {
    var shuffled = communities(true);
    Collections.shuffle(shuffled, new Random(2));

    var first = bytes(EmbeddingTrainer.train(communities(true), SETTINGS, 1, "v"));

    assertThat(bytes(EmbeddingTrainer.train(shuffled, SETTINGS, 1, "v"))).isEqualTo(first);
    assertThat(bytes(EmbeddingTrainer.train(shuffled, SETTINGS, 2, "v"))).isNotEqualTo(first);
  }

  @Test
  void survivesBeingWritten() throws IOException {
    var embedding = EmbeddingTrainer.train(communities(true), SETTINGS, 1, "v");

    var read = TokenEmbedding.read(new DataInputStream(new ByteArrayInputStream(bytes(embedding))));

    assertThat(bytes(read)).isEqualTo(bytes(embedding));
    assertThat(read.version()).isEqualTo("v");
  }

  private static byte[] bytes(TokenEmbedding embedding) throws IOException {
    var bytes = new ByteArrayOutputStream();
    embedding.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  @Test
  void learnsNothingFromNothing() {
    var never = List.of(ExampleGen.example(1, Profile.unknown(), 1, 1, "a", false));
    var once = List.of(ExampleGen.example(1, Profile.unknown(), 1, 1, "a", true));

    assertThat(EmbeddingTrainer.train(List.of(), SETTINGS, 1, "v").tokens()).isZero();
    assertThat(EmbeddingTrainer.train(never, SETTINGS, 1, "v").tokens()).isZero();
    assertThat(EmbeddingTrainer.train(once, SETTINGS, 1, "v").tokens()).isZero();
  }
}
