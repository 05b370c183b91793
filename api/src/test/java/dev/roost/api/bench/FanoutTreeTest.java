package dev.roost.api.bench;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class FanoutTreeTest {

  @Test
  @Timeout(60)
  void readsThatNobodyAnswersFailTheBench() {
    var users = new GraphUsers(FollowGraph.generate(100, 1_000, 7), Instant.EPOCH);
    try (var tree = FanoutTree.start(Map.of(), _ -> dies(), Duration.ofMillis(1))) {
      tree.read(users.view(0), Instant.EPOCH);

      assertThatExceptionOfType(BenchException.WrongWork.class)
          .isThrownBy(tree::awaitReads)
          .withMessageContaining("1 reads are not answered");
    }
  }

  private static void dies() {
    throw new IllegalStateException("the desk dies");
  }
}
