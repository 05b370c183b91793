package dev.roost.model.rank;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.model.Gen;
import dev.roost.model.feature.FeatureSchema;
import dev.roost.model.score.ScorerChoice;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ModelFileTest {

  private static final FeatureSchema SCHEMA = FeatureSchema.standard();

  private static final ScorerChoice PORTABLE = ScorerChoice.named("portable");

  private static RankingModel random(Gen gen) {
    return switch (gen.whole(0, 3)) {
      case 0 -> Models.of(new Formula.OfTrees(Models.stumps(gen)));
      case 1 -> Models.of(new Formula.OfForest(Models.stumps(gen)));
      default -> Models.of(new Formula.OfFeatures(Models.weights(gen)));
    };
  }

  private static ModelFile.Reading read(byte[] bytes) {
    return ModelFile.read(bytes, ModelFile.hash(bytes), SCHEMA);
  }

  @Test
  void givesBackTheSameModel() {
    forAll(
        gen -> {
          var model = random(gen);
          var bytes = ModelFile.write(model);

          var read = ((ModelFile.Sound) read(bytes)).model();

          assertThat(ModelFile.write(read)).isEqualTo(bytes);
          assertThat(read.provenance()).isEqualTo(model.provenance());
          var row = new float[SCHEMA.size()];
          for (int i = 0; i < row.length; i++) {
            row[i] = (float) gen.between(-5, 5);
          }
          var expected = new double[Head.COUNT];
          var actual = new double[Head.COUNT];
          model.compile(PORTABLE).foretell(row, 1, expected);
          read.compile(PORTABLE).foretell(row, 1, actual);
          assertThat(actual).isEqualTo(expected);
        });
  }

  @Test
  void refusesBytesOfAnotherName() {
    var bytes = ModelFile.write(Models.random(Gen.ofSeed(1)));
    var name = ModelFile.hash(bytes);
    bytes[bytes.length / 2] ^= 1;

    assertThat(ModelFile.read(bytes, name, SCHEMA))
        .isEqualTo(new ModelFile.Refused("bytes are not those named " + name));
  }

  @Test
  void neverThrowsWhateverTheBytes() {
    forAll(
        gen -> {
          var sound = ModelFile.write(random(gen));
          var bytes = Arrays.copyOf(sound, gen.whole(0, sound.length + 9));
          for (int i = gen.whole(0, 4); i > 0 && bytes.length > 0; i--) {
            int reach = gen.either() ? bytes.length : Math.min(bytes.length, 400);
            bytes[gen.whole(0, reach)] = (byte) gen.bits();
          }
          if (read(bytes) instanceof ModelFile.Sound(var model)) {
            assertThat(ModelFile.write(model)).isEqualTo(bytes);
          }
        });
  }

  @Test
  void refusesTruncatedBytesAndBytesThatFollow() {
    var sound = ModelFile.write(Models.random(Gen.ofSeed(1)));

    for (int length : new int[] {0, 3, 8, 50, sound.length - 1, sound.length + 1}) {
      assertThat(read(Arrays.copyOf(sound, length))).isInstanceOf(ModelFile.Refused.class);
    }
  }

  @Test
  void refusesAnotherSchema() {
    var bytes = ModelFile.write(Models.random(Gen.ofSeed(1)));
    var other =
        FeatureSchema.of(List.of(new FeatureSchema.Definition("age", "hours", 0, "of the item")));

    assertThat(ModelFile.read(bytes, ModelFile.hash(bytes), other))
        .isInstanceOfSatisfying(
            ModelFile.Refused.class,
            refused -> assertThat(refused.reason()).startsWith("model wants schema"));
  }

  @Test
  void refusesNaN() {
    var bytes = ModelFile.write(Models.flat(0.123456789));
    var pattern = ByteBuffer.allocate(8).putDouble(0.123456789).array();
    int at = 0;
    while (!Arrays.equals(bytes, at, at + 8, pattern, 0, 8)) {
      at++;
    }
    ByteBuffer.wrap(bytes).putDouble(at, Double.NaN);

    assertThat(read(bytes))
        .isInstanceOfSatisfying(
            ModelFile.Refused.class,
            refused -> assertThat(refused.reason()).startsWith("bytes are no model"));
  }
}
