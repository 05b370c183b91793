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
              assertThat(best.source().order()).isLessThanOrEqualTo(find.source().order());
              if (best.source().order() == find.source().order()
                  && table.id(find.row()) == table.originalId(find.row())) {
                assertThat(best.row()).isEqualTo(find.row());
              }
            }
          }
          assertThat(kept.values()).allMatch(find -> table.isLive(find.row()));
        });
  }

  @Test
  void pushAndPullKeepTheSameRow() {
    forAll(
        gen -> {
          var table = TableGen.random(gen, 40);
          var finds = finds(gen, table).stream().filter(find -> find.source().isInNetwork());
          var pushed = new ArrayList<Find>();
          var mixed = new ArrayList<Find>();
          finds.forEach(
              find -> {
                pushed.add(new Find(find.row(), Source.FOLLOWED_PUSH));
                mixed.add(find);
              });

          assertThat(rows(added(table, mixed))).isEqualTo(rows(added(table, pushed)));
        });
  }

  private static List<Integer> rows(Map<Long, Find> kept) {
    return kept.values().stream().map(Find::row).toList();
  }

  @Test
  void theOriginalStaysWhicheverWayItWasFound() {
    var table = TableGen.table();
    var post = TableGen.post(9, 1, "birds", TableGen.START);
    int original = table.append(post);
    int repost = table.append(TableGen.repost(3, 2, post, TableGen.START.plusSeconds(60)));

    for (var found : List.of(Source.FOLLOWED_PUSH, Source.FOLLOWED_PULL)) {
      for (var passedOn : List.of(Source.FOLLOWED_PUSH, Source.FOLLOWED_PULL)) {
        var kept = added(table, List.of(new Find(repost, passedOn), new Find(original, found)));
        assertThat(kept).containsExactly(Map.entry(9L, new Find(original, found)));
      }
    }
  }

  @Test
  void ofRepostsAloneTheFirstInTimeStays() {
    var table = TableGen.table();
    var post = TableGen.post(9, 1, "birds", TableGen.START);
    int first = table.append(TableGen.repost(8, 2, post, TableGen.START.plusSeconds(60)));
    int second = table.append(TableGen.repost(3, 3, post, TableGen.START.plusSeconds(61)));

    var kept =
        added(
            table,
            List.of(new Find(second, Source.FOLLOWED_PUSH), new Find(first, Source.FOLLOWED_PULL)));

    assertThat(kept).containsExactly(Map.entry(9L, new Find(first, Source.FOLLOWED_PULL)));
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
