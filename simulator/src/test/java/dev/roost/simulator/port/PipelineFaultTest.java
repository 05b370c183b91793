package dev.roost.simulator.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.roost.model.domain.UserId;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class PipelineFaultTest {

  private static void refuses(ThrowingCallable fault, String... words) {
    assertThatIllegalArgumentException().isThrownBy(fault).withMessageContainingAll(words);
  }

  @Test
  void refusesUnknownNamesWithThoseThatAreKnown() {
    refuses(() -> new PipelineFault.FeatureNulled("item-agee", 1), "item-agee", "item-age,");
    refuses(() -> new PipelineFault.FeatureNulled("position", 1), "position");
    refuses(() -> new PipelineFault.SourceStarved("sponsored", 1), "sponsored", "neighbour");
    refuses(() -> new PipelineFault.LeakyBackfill("item-age", 1), "item-age", "engaged-before");
  }

  @Test
  void refusesWhatWouldChangeNothing() {
    refuses(() -> new PipelineFault.FeatureScaled("item-age", 1, 1), "factor");
    refuses(() -> new PipelineFault.FeatureSwapped("item-age", "item-age", 1), "another");
    refuses(() -> new PipelineFault.TrainingServingSkew("item-age", 1, 0, 1), "offset");
  }

  @Test
  void refusesNumbersOutOfRange() {
    refuses(() -> new PipelineFault.IndexStale(0), "share");
    refuses(() -> new PipelineFault.IndexStale(1.01), "share");
    refuses(() -> new PipelineFault.IndexStale(Double.NaN), "share");
    refuses(() -> new PipelineFault.FeatureConstant("item-age", Double.NaN, 1), "value");
    refuses(() -> new PipelineFault.FeatureScaled("item-age", 1e7, 1), "factor");
  }

  @Test
  void whomASmallShareTouchesALargerOneTouchesToo() {
    var few = new PipelineFault.FeatureNulled("taste", 0.2);
    var many = new PipelineFault.FeatureNulled("taste", 0.6);
    var readers = Stream.iterate(1L, id -> id + 1).limit(1000).map(UserId::new).toList();

    assertThat(readers.stream().filter(few::touches)).isNotEmpty().allMatch(many::touches);
    assertThat(List.of(few.name(), few.kind()))
        .containsExactly("feature-nulled taste", "feature-nulled");
  }
}
