package dev.roost.actors.fanout;

import static dev.roost.actors.Gen.forAll;
import static dev.roost.actors.fanout.History.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.actors.Gen;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.MediaKind;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.UserId;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.Relations;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// All rows of some authors from a floor on, however many there are and in whatever order chains
/// are walked.
final class CandidateRowsTest {

  private final ItemTable table = new ItemTable(1 << 13, 1);
  private final Readers readers = new Readers(-1);
  private final Edges edges = new Edges(readers);
  private final int reader = readers.add(3, 0);
  private final CandidateRows rows = new CandidateRows(table);

  /// Authors 0 to `authors - 1` are followed, as many others are not.
  private void post(Gen gen, int authors) {
    edges.open(reader, 0);
    for (int author = 0; author < authors; author++) {
      int slot = edges.add(reader, author);
      edges.authors().clearRows(slot, table.oldest() - 1);
    }
    int posts = gen.whole(0, 3_000);
    for (int i = 0; i < posts; i++) {
      int author = Math.min(gen.whole(0, 2 * authors), gen.whole(0, 2 * authors));
      var at = START.plusSeconds(gen.whole(0, 100) == 0 ? 0 : i); // some are late
      var id = new ItemId(i);
      int row =
          table.append(new Post(id, new UserId(author), at, "", "en", MediaKind.TEXT, "", null));
      if (author < authors) {
        edges.authors().addNewest(edges.authors().find(author), row);
      }
    }
  }

  private int[] expected(int authors, int floor) {
    return IntStream.range(floor, table.published())
        .filter(row -> table.author(row) < authors)
        .toArray();
  }

  private void requireTheNewest(int authors, int from, int wanted) {
    int[] found = IntStream.range(0, rows.size()).map(rows::rowAt).toArray();
    int[] all = expected(authors, from);
    assertThat(rows.isCut()).isEqualTo(found.length < all.length);
    if (rows.isCut()) {
      assertThat(found).isEqualTo(expected(authors, rows.floor()));
      assertThat(IntStream.of(found).filter(row -> !table.isLate(row)).count()).isEqualTo(wanted);
    } else {
      assertThat(found).isEqualTo(all);
    }
  }

  @Test
  void whatIsNewIsFoundAsFarAsItIsWanted() {
    forAll(
        gen -> {
          var test = new CandidateRowsTest();
          int authors = gen.whole(1, 200);
          test.post(gen, authors);
          int since = gen.whole(0, test.table.published() + 1);
          int wanted = gen.whole(1, 600);

          test.rows.begin(Relations.none(), test.table.published(), since, wanted, null);
          test.rows.collectNew(test.edges, test.reader);
          test.rows.settle();

          test.requireTheNewest(authors, since, wanted);
        });
  }

  @Test
  void chainsAreWalkedAsFarAsTheyAreWanted() {
    forAll(
        gen -> {
          var test = new CandidateRowsTest();
          int authors = gen.whole(1, 200);
          test.post(gen, authors);
          int wanted = gen.whole(1, 600);

          test.rows.begin(Relations.none(), test.table.published(), 0, wanted, null);
          for (int author = 0; author < authors; author++) {
            var slot = test.edges.authors().find(author);
            test.rows.collect(test.edges.authors().newest(slot), 0);
          }
          test.rows.settle();

          test.requireTheNewest(authors, 0, wanted);
        });
  }
}
