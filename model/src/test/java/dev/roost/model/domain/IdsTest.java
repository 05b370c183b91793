package dev.roost.model.domain;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class IdsTest {

  @Test
  void textFormsGoThereAndBack() {
    forAll(
        gen -> {
          long value = gen.either() ? gen.bits() : gen.whole(-2, 3);
          assertThat(Ids.parse(Ids.text(value))).hasValue(value);
        });
  }

  @Test
  void textFormsSortLikeUnsignedNumbers() {
    forAll(
        gen -> {
          long a = gen.bits();
          long b = gen.either() ? a + gen.whole(-3, 4) : gen.bits();
          assertThat(Integer.signum(Ids.text(a).compareTo(Ids.text(b))))
              .isEqualTo(Integer.signum(Long.compareUnsigned(a, b)));
        });
  }

  @Test
  void parsesNothingElse() {
    for (var digits : new String[] {"", "0", "000000000000", "00000000000000"}) {
      assertThat(Ids.parse(digits)).isEmpty();
    }
    assertThat(Ids.parse("g000000000000")).isEmpty(); // more than 64 bits
    assertThat(Ids.parse("000000000000u")).isEmpty(); // no digit of this base
    assertThat(Ids.parse("000000000000A")).isEmpty();
    assertThat(Ids.parse("fzzzzzzzzzzzz")).hasValue(-1);
  }

  @Test
  void hashesAreStableAndKeepKindsApart() {
    assertThat(Ids.hash("user", "ada")).isEqualTo(Ids.hash("user", "ada"));
    assertThat(Ids.hash("user", "ada")).isNotEqualTo(Ids.hash("item", "ada"));
    assertThat(Ids.hash("use", "rada")).isNotEqualTo(Ids.hash("user", "ada"));
    // first 8 bytes of: printf 'user\0ada' | sha256sum
    assertThat(Ids.hash("user", "ada")).isEqualTo(0x20a4479c1273ee4eL);
  }
}
