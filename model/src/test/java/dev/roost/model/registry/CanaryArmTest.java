package dev.roost.model.registry;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.roost.model.domain.UserId;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class CanaryArmTest {

  private static final int READERS = 2_000;
  private static final double SIGMAS = 5; // once in some million arms by chance

  @Test
  void holdsTheShareOfReadersWithinBinomialBounds() {
    forAll(
        gen -> {
          double share = gen.between(0, 0.5);
          var arm = CanaryArm.of(share, Long.toHexString(gen.bits()));
          long first = gen.bits();
          long held =
              LongStream.range(0, READERS).filter(i -> arm.holds(new UserId(first + i))).count();

          double bound = SIGMAS * Math.sqrt(READERS * share * (1 - share));
          assertThat(Math.abs(held - READERS * share)).isLessThanOrEqualTo(bound + 1);
        });
  }

  @Test
  void aReaderStaysInOrOut() {
    forAll(
        gen -> {
          var reader = new UserId(gen.bits());
          var hash = Long.toHexString(gen.bits());

          assertThat(CanaryArm.of(0.3, hash).holds(reader))
              .isEqualTo(CanaryArm.of(0.3, hash).holds(reader));
        });
  }

  @Test
  void anotherModelHasOtherReaders() {
    var one = CanaryArm.of(0.5, "a");
    var other = CanaryArm.of(0.5, "b");

    long common =
        LongStream.range(0, READERS)
            .mapToObj(UserId::new)
            .filter(reader -> one.holds(reader) && other.holds(reader))
            .count();

    assertThat(common).isBetween(READERS / 5L, READERS * 3L / 10);
  }

  @Test
  void noShareHoldsNobodyAndNaNIsNoShare() {
    assertThat(LongStream.range(0, READERS).mapToObj(UserId::new))
        .noneMatch(CanaryArm.of(0, "a")::holds);
    assertThatIllegalArgumentException().isThrownBy(() -> CanaryArm.of(Double.NaN, "a"));
  }
}
