package dev.roost.model.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.MediaKind;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.UserId;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// One writer laps a small ring while another thread reads it.
final class ItemTableThreadsTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int ROWS = 1 << 10;
  private static final int POSTS = 300 * ROWS;

  private final ItemTable table = new ItemTable(ROWS, 1);

  private static long authorOf(long id) {
    return id % 97 * 0x9e37_79b9_7f4a_7c15L;
  }

  private void write() {
    for (long id = 0; id < POSTS; id++) {
      var at = START.plusMillis(id);
      var author = new UserId(authorOf(id));
      table.append(new Post(new ItemId(id), author, at, "", "en", MediaKind.TEXT, "", null));
    }
  }

  @Test
  void whatIsReadOfARowThatIsStillThereIsAllOfThatRow() throws Exception {
    var writer = new FutureTask<>(this::write, true);
    Thread.ofPlatform().start(writer);
    var random = new SplittableRandom(7);
    long there = 0;
    long gone = 0;

    do {
      int end = table.published();
      for (int i = 0; i < 1_000; i++) {
        int row = end - 1 - random.nextInt(ROWS + 64);
        if (row >= 0) {
          boolean isThere = checkRow(row);
          there += isThere ? 1 : 0;
          gone += isThere ? 0 : 1;
        }
      }
    } while (!writer.isDone());

    assertThat(writer.get(1, TimeUnit.MINUTES)).isTrue();
    assertThat(there).isPositive();
    assertThat(gone).isPositive();
  }

  /// Rows count from 0, and so do items: a row is all of one post if each value says so.
  private boolean checkRow(int row) {
    long id = table.id(row);
    long author = table.author(row);
    long atMillis = table.atMillis(row);
    long previous = table.previousByAuthor(row);
    if (!table.isRetained(row)) {
      return false;
    }
    assertThat(id).isEqualTo(row);
    assertThat(author).isEqualTo(authorOf(id));
    assertThat(atMillis).isEqualTo(START.toEpochMilli() + id);
    assertThat(previous).isIn(-1L, id - 97);
    return true;
  }
}
