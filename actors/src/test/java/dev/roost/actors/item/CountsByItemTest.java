package dev.roost.actors.item;

import static dev.roost.actors.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.ItemId;
import dev.roost.model.item.ItemCounts;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class CountsByItemTest {

  @Test
  void agreesWithAMap() {
    forAll(
        gen -> {
          var counts = new CountsByItem();
          var map = new TreeMap<Long, int[]>(Long::compareUnsigned);
          for (int i = gen.whole(0, 400); i > 0; i--) {
            long item = gen.either() ? gen.whole(-3, 3) : gen.bits() % 100 << 40;
            var kind = EngagementKind.values()[gen.whole(0, 8)];
            counts.add(List.of(Engagement.of(new ItemId(item), kind, -1)));
            map.computeIfAbsent(item, _ -> new int[8])[kind.ordinal()]++;
          }

          assertThat(counts.size()).isEqualTo(map.size());
          int[] sorted = counts.sorted();
          int rank = 0;
          for (var entry : map.entrySet()) {
            assertThat(counts.find(entry.getKey())).isEqualTo(sorted[rank]);
            assertThat(counts.item(sorted[rank])).isEqualTo(entry.getKey());
            assertThat(counts.counts(sorted[rank])).isEqualTo(ItemCounts.of(entry.getValue()));
            rank++;
          }
          assertThat(counts.find(7_777)).isEqualTo(-1);
        });
  }
}
