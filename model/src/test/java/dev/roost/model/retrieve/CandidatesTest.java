package dev.roost.model.retrieve;

import static dev.roost.model.Gen.forAll;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.model.Gen;
import dev.roost.model.TableGen;
import dev.roost.model.feed.Source;
import dev.roost.model.item.ItemTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class CandidatesTest {

  private record Find(int row, Source source) {}

  private static List<Find> finds(Gen gen, ItemTable table) {
    var finds = new ArrayList<Find>();
    int count = gen.whole(0, 150);
    for (int i = 0; i < count; i++) {
      int row = table.oldest() + gen.whole(-2, table.size() + 2); // also rows that are not there
      finds.add(new Find(row, Source.values()[gen.whole(0, Source.values().length)]));
    }
    return finds;
  }

  private static Map<Long, Find> added(ItemTable table, List<Find> finds) {
    var candidates = new Candidates(table, 1);
    finds.forEach(find -> candidates.add(find.row(), find.source()));
    var byOriginal = new TreeMap<Long, Find>();
    for (int i = 0; i < candidates.size(); i++) {
      byOriginal.put(
          table.originalId(candidates.row(i)), new Find(candidates.row(i), candidates.source(i)));
    }
    assertThat(byOriginal).hasSize(candidates.size()); // each original once
    return byOriginal;
  }

  @Test
  void keepsTheBestFindOfEachOriginalInAnyOrder() {
    forAll(
        gen -> {
          var table = TableGen.random(gen, 40);
          var finds = finds(gen, table);
          var shuffled = new ArrayList<>(finds);
          Collections.shuffle(shuffled, new Random(gen.bits()));

          var kept = added(table, finds);

          assertThat(added(table, shuffled)).isEqualTo(kept);
          for (var find : finds) {
            if (table.isLive(find.row())) {
              var best = requireNonNull(kept.get(table.originalId(find.row())));
              assertThat(best.source()).isLessThanOrEqualTo(find.source());
              if (best.source() == find.source()
                  && table.id(find.row()) == table.originalId(find.row())) {
                assertThat(best.row()).isEqualTo(find.row());
              }
            }
          }
          assertThat(kept.values()).allMatch(find -> table.isLive(find.row()));
        });
  }

  @Test
  void everyLiveOriginalIsThereWhenAllAreWanted() {
    forAll(
        gen -> {
          var table = TableGen.random(gen, 40);
          var candidates = new Candidates(table, 4);
          candidates.addEveryLive();
          var rows = new ArrayList<Integer>();
          for (int i = 0; i < candidates.size(); i++) {
            rows.add(candidates.row(i));
            assertThat(candidates.source(i)).isEqualTo(Source.ALL_LIVE);
          }
          for (int row = table.oldest(); row < table.published(); row++) {
            if (table.isLive(row) && table.id(row) == table.originalId(row)) {
              assertThat(rows).contains(row);
            }
          }
        });
  }
}
