package dev.roost.model.item;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.MediaKind;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.UserId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What the table keeps of a row's engagement and place.
final class ItemColumnsTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int CAPACITY = 1024;

  private static Post post(long id, long author, Instant at) {
    return new Post(
        new ItemId(id), new UserId(author), at, "birds", "en", MediaKind.TEXT, "text", null);
  }

  @Test
  void heatHalvesPerHalfLife() {
    var table = new ItemTable(CAPACITY, 2);
    int row = table.append(post(7, 1, START));
    table.advance(START);
    table.setTotals(row, ItemCounts.of(16, 0, 4, 2, 0, 0, 0, 0));

    table.advance(START.plus(Duration.ofHours(2)));

    assertThat(table.positives(row, 1)).isCloseTo(1.5, within(1e-12));
    assertThat(table.impressions(row, 1)).isCloseTo(4, within(1e-12));
    assertThat(table.count(row, EngagementKind.CLICK)).isEqualTo(4);
  }

  @Test
  void totalsNeverShrink() {
    forAll(
        gen -> {
          var table = new ItemTable(CAPACITY, 2);
          int row = table.append(post(7, 1, START));
          int highest = 0;
          for (int i = 0; i < 20; i++) {
            int clicks = gen.whole(0, 1000);
            highest = Math.max(highest, clicks);
            table.setTotals(row, ItemCounts.of(0, 0, clicks, 0, 0, 0, 0, 0));
            assertThat(table.count(row, EngagementKind.CLICK)).isEqualTo(highest);
          }
        });
  }

  @Test
  void keepsTheSpaceBeforeTheInstalledOne() {
    var table = new ItemTable(CAPACITY, 2);
    table.install(constant("a", 1));
    int row = table.append(post(7, 1, START));
    table.install(constant("b", 2));
    int later = table.append(post(8, 1, START));

    for (int each : new int[] {row, later}) {
      assertThat(table.dot(each, table.columnOf("a"), new float[] {1, 0})).isEqualTo(1);
      assertThat(table.dot(each, table.columnOf("b"), new float[] {1, 0})).isEqualTo(2);
    }
    table.install(constant("c", 3));
    assertThat(table.columnOf("a")).isEqualTo(-1);
  }

  @Test
  void keepsTheSpaceThatIsNamed() {
    var table = new ItemTable(CAPACITY, 2);
    int row = table.append(post(7, 1, START));
    table.install(constant("a", 1));
    table.install(constant("b", 2));

    table.install(constant("c", 3), "a");
    assertThat(table.columnOf("b")).isEqualTo(-1);
    table.install(constant("d", 4), "c");
    assertThat(table.columnOf("a")).isEqualTo(-1);

    int later = table.append(post(8, 1, START));
    for (int each : new int[] {row, later}) {
      assertThat(table.dot(each, table.columnOf("c"), new float[] {1, 0})).isEqualTo(3);
      assertThat(table.dot(each, table.columnOf("d"), new float[] {1, 0})).isEqualTo(4);
    }
  }

  private static ItemEmbedder constant(String version, float value) {
    return new ItemEmbedder() {
      @Override
      public String version() {
        return version;
      }

      @Override
      public int dimensions() {
        return 2;
      }

      @Override
      public void embed(Post post, float[] out) {
        out[0] = value;
        out[1] = value;
      }
    };
  }
}
