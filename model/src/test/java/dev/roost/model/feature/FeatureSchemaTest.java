package dev.roost.model.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.roost.model.feature.FeatureSchema.Definition;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FeatureSchemaTest {

  private static final Definition AGE = new Definition("age", "hours", 0, "since it was posted");
  private static final Definition RATE = new Definition("rate", "ratio", 0, "of clicks");

  @Test
  void hashTellsOrderUnitAndMissingValueButNotWording() {
    var hash = FeatureSchema.of(List.of(AGE, RATE)).hash();

    assertThat(hash).hasSize(64);
    assertThat(FeatureSchema.of(List.of(RATE, AGE)).hash()).isNotEqualTo(hash);
    assertThat(FeatureSchema.of(List.of(new Definition("age", "days", 0, ""), RATE)).hash())
        .isNotEqualTo(hash);
    assertThat(FeatureSchema.of(List.of(new Definition("age", "hours", 1, ""), RATE)).hash())
        .isNotEqualTo(hash);
    assertThat(FeatureSchema.of(List.of(new Definition("age", "hours", 0, "else"), RATE)).hash())
        .isEqualTo(hash);
  }

  @Test
  void namesTheFirstColumnThatIsNotFinite() {
    var schema = FeatureSchema.of(List.of(AGE, RATE));

    assertThat(schema.complaint(new float[] {1, 2})).isEmpty();
    assertThat(schema.complaint(new float[] {1, Float.NaN})).contains("rate is NaN");
    assertThat(schema.complaint(new float[] {1})).contains("row has 1 values, schema 2");
  }

  @Test
  void findsColumnsByName() {
    var schema = FeatureSchema.standard();

    assertThat(schema.size()).isEqualTo(Feature.values().length);
    for (var feature : Feature.values()) {
      assertThat(schema.indexOf(feature.label())).hasValue(feature.ordinal());
    }
    assertThat(schema.indexOf("shoe-size")).isEmpty();
  }

  @Test
  void refusesTwoColumnsOfOneNameAndValuesThatAreNotFinite() {
    assertThatIllegalArgumentException().isThrownBy(() -> FeatureSchema.of(List.of(AGE, AGE)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Definition("age", "hours", Float.NaN, ""));
  }
}
