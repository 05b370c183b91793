package dev.roost.actors.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class InboxesTest {

  @Test
  void anInboxKeepsTheNewestRows() {
    var inboxes = new Inboxes(512);
    var rows = new int[512];
    int[] readers = {3, 70};
    inboxes.open(3);
    inboxes.open(70);
    inboxes.write(3, rows, 0, false);
    inboxes.write(70, rows, 0, false);

    for (int row = 0; row < 10_000; row++) {
      inboxes.append(readers, row < 9_000 ? 2 : 1, row);
    }

    assertThat(inboxes.copy(3, rows)).isEqualTo(512);
    assertThat(rows).isEqualTo(IntStream.range(0, 512).map(i -> 9_999 - i).toArray());
    assertThat(inboxes.oldest(3)).isEqualTo(9_488);
    assertThat(inboxes.hasLost(3)).isTrue();
    assertThat(inboxes.copy(70, rows)).isEqualTo(512);
    assertThat(rows).isEqualTo(IntStream.range(0, 512).map(i -> 8_999 - i).toArray());
  }
}
