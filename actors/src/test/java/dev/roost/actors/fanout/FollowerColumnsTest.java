package dev.roost.actors.fanout;

import static dev.roost.actors.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FollowerColumnsTest {

  @Test
  void slotsAreAMapWhateverComesAndGoes() {
    forAll(
        gen -> {
          var slots = new Slots();
          Map<Long, Integer> model = new HashMap<>();
          int keys = gen.whole(1, 500);
          for (int step = 0; step < 1_000; step++) {
            long key = (long) gen.whole(0, keys) << (gen.whole(0, 2) * 32);
            if (gen.either()) {
              int slot = slots.findOrAdd(key);
              assertThat(model.getOrDefault(key, slot)).isEqualTo(slot);
              model.put(key, slot);
            } else if (model.containsKey(key)) {
              slots.remove(model.remove(key));
            }
          }
          assertThat(slots.size()).isEqualTo(model.size());
          assertThat(new HashSet<>(model.values())).hasSameSizeAs(model.values());
          model.forEach(
              (key, slot) -> {
                assertThat(slots.find(key)).isEqualTo(slot);
                assertThat(slots.key(slot)).isEqualTo(key);
              });
          assertThat(slots.find(-1)).isEqualTo(Slots.NONE);
        });
  }

  @Test
  void edgesAreARelationWhateverComesAndGoes() {
    forAll(
        gen -> {
          var edges = new Edges();
          Map<Integer, Map<Long, Boolean>> model = new HashMap<>(); // reader -> author -> push
          for (int step = 0; step < 500; step++) {
            int reader = gen.whole(0, 20);
            long author = gen.whole(0, 30);
            if (!model.containsKey(reader)) {
              edges.open(reader);
              model.put(reader, new HashMap<>());
            }
            int edge = edges.find(reader, author);
            assertThat(edge != Slots.NONE).isEqualTo(model.get(reader).containsKey(author));
            boolean push = gen.either();
            switch (gen.whole(0, 10)) {
              case 0 -> {
                edges.close(reader);
                model.remove(reader);
              }
              case 1, 2, 3 -> {
                if (edge != Slots.NONE) {
                  edges.remove(reader, edge);
                  model.get(reader).remove(author);
                }
              }
              default -> {
                if (edge == Slots.NONE) {
                  edges.add(reader, author, push);
                } else if (push) {
                  edges.push(reader, edge);
                } else {
                  edges.pull(reader, edge);
                }
                model.get(reader).put(author, push);
              }
            }
          }
          model.forEach((reader, authors) -> check(edges, reader, authors));
          for (long author = 0; author < 30; author++) {
            assertThat(followers(edges, author)).isEqualTo(pushed(model, author));
          }
        });
  }

  private static void check(Edges edges, int reader, Map<Long, Boolean> authors) {
    Map<Long, Boolean> found = new HashMap<>();
    for (int edge = 0; edge < edges.degree(reader); edge++) {
      found.put(edges.authorAt(reader, edge), edges.isPush(reader, edge));
    }
    assertThat(found).isEqualTo(authors);
    assertThat(edges.degree(reader)).isEqualTo(authors.size());
    assertThat(edges.pulls(reader))
        .isEqualTo((int) authors.values().stream().filter(push -> !push).count());
  }

  private static List<Integer> followers(Edges edges, long author) {
    int slot = edges.author(author);
    return slot == Slots.NONE
        ? List.of()
        : Arrays.stream(edges.followers(slot), 0, edges.followerCount(slot))
            .sorted()
            .boxed()
            .toList();
  }

  private static List<Integer> pushed(Map<Integer, Map<Long, Boolean>> model, long author) {
    return model.entrySet().stream()
        .filter(reader -> reader.getValue().getOrDefault(author, false))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  @Test
  void anAuthorWithoutEdgesTakesNoSlot() {
    var edges = new Edges();
    edges.open(0);
    edges.add(0, 5, true);
    edges.add(0, 6, false);

    edges.close(0);

    assertThat(edges.author(5)).isEqualTo(Slots.NONE);
    assertThat(edges.author(6)).isEqualTo(Slots.NONE);
  }

  private record Row(long at, long id, int row) {}

  @Test
  void newestRowsAreTheHeadOfASortedList() {
    forAll(
        gen -> {
          int limit = gen.whole(1, 30);
          var newest = new NewestRows(limit);
          Set<Row> offered = new HashSet<>();
          int count = gen.whole(0, 60);
          for (int row = 0; row < count; row++) {
            var next = new Row(gen.whole(0, 10), gen.bits(), row);
            offered.add(next);
            newest.offer(next.at(), next.id(), row, 1);
          }
          var expected =
              offered.stream()
                  .sorted(
                      Comparator.comparingLong(Row::at)
                          .thenComparing(Row::id, Long::compareUnsigned)
                          .reversed())
                  .limit(limit)
                  .map(Row::row)
                  .toList();

          assertThat(newest.hasOverflowed()).isEqualTo(count > limit);
          List<Integer> taken = new ArrayList<>();
          while (newest.size() > 0) {
            taken.addFirst((int) newest.takeOldest());
          }
          assertThat(taken).isEqualTo(expected);
        });
  }

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
