package dev.roost.api.bench;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class BenchSystemTest {

  @Test
  @Timeout(60)
  void whatFailsToStartIsToldAndEndsTheSystem() {
    assertThatExceptionOfType(BenchException.Unusable.class)
        .isThrownBy(() -> FanoutTree.start(Map.of("roost.node.items", 1_000)))
        .withMessageContaining("bench-roost does not start: capacity must be a power of two")
        .withMessageContaining("ROOST_JVM_OPTS");
  }
}
