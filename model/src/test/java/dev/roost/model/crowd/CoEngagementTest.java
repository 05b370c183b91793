package dev.roost.model.crowd;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.Gen;
import dev.roost.model.TableGen;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CoEngagementTest {

  private static final int ITEMS = 30; // fewer than an item may have companions
  private static final int READERS = 8;

  /// What the view ought to know, by the plainest means: every time that two items met.
  private static final class Plain {

    private final Map<List<Long>, List<Instant>> meetings = new HashMap<>();
    private final Map<Long, List<Instant>> readers = new HashMap<>();

    void note(List<Long> before, long item, Instant at) {
      readers.computeIfAbsent(item, _ -> new ArrayList<>()).add(at);
      int from = Math.max(0, before.size() - CoEngagement.WINDOW);
      for (long other : before.subList(from, before.size())) {
        meetings.computeIfAbsent(List.of(item, other), _ -> new ArrayList<>()).add(at);
        meetings.computeIfAbsent(List.of(other, item), _ -> new ArrayList<>()).add(at);
      }
    }

    static double faded(List<Instant> when, Instant now, int days) {
      double halfLife = Duration.ofDays(days).toMillis();
      return when.stream()
          .mapToDouble(at -> Math.pow(2, -Duration.between(at, now).toMillis() / halfLife))
          .sum();
    }

    double weight(long item, long other, Instant now, int days) {
      return faded(meetings.getOrDefault(List.of(item, other), List.of()), now, days);
    }
  }

  private static ItemTable table() {
    var table = TableGen.table();
    for (int i = 0; i < ITEMS; i++) {
      table.append(TableGen.post(i, i % 3, "", TableGen.START));
    }
    return table;
  }

  @Test
  void weighsCompanyAsACountOfAllMeetingsDoes() {
    forAll(
        gen -> {
          var table = table();
          var view = new CoEngagement(table);
          var plain = new Plain();
          var histories = new HashMap<Integer, ReaderHistory>();
          var now = TableGen.START;
          for (int tick = 0; tick < 6; tick++) {
            for (int i = gen.whole(0, 20); i > 0; i--) {
              int reader = gen.whole(0, READERS);
              var history = histories.getOrDefault(reader, ReaderHistory.empty());
              long item = gen.whole(0, ITEMS);
              var before = items(history);
              if (!before.contains(item)) {
                view.note(history, new long[] {item});
                plain.note(before, item, now);
              }
              histories.put(reader, TableGen.click(history, item, now));
            }
            view.advance(now);
            now = now.plus(gen.upTo(Duration.ofHours(30)));
          }
          for (var history : histories.values()) {
            check(view.of(history, now), items(history), plain, now);
          }
        });
  }

  private static List<Long> items(ReaderHistory history) {
    var items = new ArrayList<Long>();
    for (int i = 0; i < history.recentCount(); i++) {
      items.add(history.recentItem(i));
    }
    return items;
  }

  private static void check(Company company, List<Long> items, Plain plain, Instant now) {
    var newest = items.subList(Math.max(0, items.size() - CoEngagement.WINDOW), items.size());
    for (long other = 0; other < ITEMS; other++) {
      long to = other;
      int slot = company.slot((int) other);
      double fast = newest.stream().mapToDouble(i -> plain.weight(i, to, now, 1)).sum();
      double slow = newest.stream().mapToDouble(i -> plain.weight(i, to, now, 30)).sum();
      assertThat((double) company.fast(slot)).isCloseTo(fast, within(1e-3));
      assertThat((double) company.slow(slot)).isCloseTo(slow, within(1e-3));
      assertThat((double) company.last(slot))
          .isCloseTo(plain.weight(newest.getLast(), to, now, 1), within(1e-3));
    }
  }

  @Test
  void whatIsNotedBetweenTwoAdvancesCountsAlikeInAnyOrder() {
    forAll(
        gen -> {
          var table = table();
          var notes = new ArrayList<Note>();
          for (int i = 0; i < 40; i++) {
            notes.add(note(gen));
          }
          var one = noted(table, notes);
          Collections.shuffle(notes, new Random(gen.whole(0, 1_000)));
          var other = noted(table, notes);
          var history = note(gen).before();

          var company = one.of(history, TableGen.START);
          var again = other.of(history, TableGen.START);

          assertThat(company.best(table, 20)).isEqualTo(again.best(table, 20));
          for (int row = 0; row < ITEMS; row++) {
            assertThat(company.cosine(company.slot(row))).isEqualTo(again.cosine(again.slot(row)));
          }
        });
  }

  private record Note(ReaderHistory before, long item) {}

  private static Note note(Gen gen) {
    var history = ReaderHistory.empty();
    for (int i = gen.whole(1, 6); i > 0; i--) {
      history = TableGen.click(history, gen.whole(0, ITEMS - 1), TableGen.START);
    }
    return new Note(history, ITEMS - 1L);
  }

  private static CoEngagement noted(ItemTable table, List<Note> notes) {
    var view = new CoEngagement(table);
    notes.forEach(note -> view.note(note.before(), new long[] {note.item()}));
    view.advance(TableGen.START);
    return view;
  }

  @Test
  void anItemKeepsItsStrongestCompanions() {
    var table = TableGen.table();
    int others = 3 * Companions.MOST;
    for (int i = 0; i <= others; i++) {
      table.append(TableGen.post(i, 1, "", TableGen.START));
    }
    var view = new CoEngagement(table);
    for (int i = 1; i <= others; i++) {
      for (int times = 0; times < (i % 3 == 0 ? 2 : 1); times++) {
        view.note(TableGen.click(ReaderHistory.empty(), 0, TableGen.START), new long[] {i});
      }
    }
    view.advance(TableGen.START);

    var company = view.of(TableGen.click(ReaderHistory.empty(), 0, TableGen.START), TableGen.START);

    for (int i = 1; i <= others; i++) {
      assertThat(company.fast(company.slot(i))).isEqualTo(i % 3 == 0 ? 2 : 0);
    }
  }

  @Test
  void repostsAreTakenForTheirOriginals() {
    var table = TableGen.table();
    var original = TableGen.post(1, 1, "", TableGen.START);
    table.append(original);
    table.append(TableGen.post(2, 1, "", TableGen.START));
    table.append(TableGen.repost(3, 2, original, TableGen.START));
    var view = new CoEngagement(table);
    view.note(TableGen.click(ReaderHistory.empty(), 3, TableGen.START), new long[] {2});
    view.advance(TableGen.START);

    var company = view.of(TableGen.click(ReaderHistory.empty(), 2, TableGen.START), TableGen.START);

    assertThat(company.best(table, 5)).containsExactly(0);
    assertThat(view.readers(1)).isEqualTo(1);
    assertThat(view.readers(0)).isZero(); // was engaged with before the view began
  }
}
