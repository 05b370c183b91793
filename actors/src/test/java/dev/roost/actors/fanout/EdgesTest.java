package dev.roost.actors.fanout;

import static dev.roost.actors.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EdgesTest {

  @Test
  void edgesAreARelationWhateverComesAndGoes() {
    forAll(
        gen -> {
          var edges = edges(20);
          Map<Integer, Map<Long, Boolean>> model = new HashMap<>(); // reader -> author -> push
          for (int step = 0; step < 500; step++) {
            int reader = gen.whole(0, 20);
            long author = gen.whole(0, 30);
            if (!model.containsKey(reader)) {
              edges.open(reader, gen.whole(0, 10));
              model.put(reader, new HashMap<>());
            }
            int edge = find(edges, reader, author);
            var own = model.getOrDefault(reader, Map.of());
            assertThat(edge != Slots.NONE).isEqualTo(own.containsKey(author));
            switch (gen.whole(0, 10)) {
              case 0 -> {
                edges.close(reader);
                model.remove(reader);
              }
              case 1, 2, 3 -> {
                if (edge != Slots.NONE) {
                  edges.remove(reader, edge);
                  own.remove(author);
                }
              }
              default -> {
                if (edge == Slots.NONE) {
                  edges.add(reader, author);
                  own.put(author, false);
                } else if (edges.isPush(reader, edge)) {
                  edges.turnToPull(reader, edge);
                  own.put(author, false);
                } else {
                  edges.turnToPush(reader, edge);
                  own.put(author, true);
                }
              }
            }
          }
          model.forEach((reader, authors) -> check(edges, reader, authors));
          for (long author = 0; author < 30; author++) {
            assertThat(followers(edges, author)).isEqualTo(pushed(model, author));
          }
        });
  }

  private static Edges edges(int count) {
    var readers = new Readers(-1);
    for (int reader = 0; reader < count; reader++) {
      assertThat(readers.add(reader, 0)).isEqualTo(reader);
    }
    return new Edges(readers);
  }

  private static int find(Edges edges, int reader, long author) {
    int slot = edges.authors().find(author);
    return slot == Slots.NONE ? Slots.NONE : edges.find(reader, slot);
  }

  private static void check(Edges edges, int reader, Map<Long, Boolean> authors) {
    Map<Long, Boolean> found = new HashMap<>();
    for (int edge = 0; edge < edges.degree(reader); edge++) {
      found.put(edges.authors().id(edges.authorAt(reader, edge)), edges.isPush(reader, edge));
    }
    assertThat(found).isEqualTo(authors);
    assertThat(edges.degree(reader)).isEqualTo(authors.size());
    assertThat(edges.pulls(reader))
        .isEqualTo((int) authors.values().stream().filter(push -> !push).count());
  }

  private static List<Integer> followers(Edges edges, long author) {
    int slot = edges.authors().find(author);
    return slot == Slots.NONE
        ? List.of()
        : Arrays.stream(edges.followers(slot), 0, edges.authors().pushes(slot))
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
    var edges = edges(1);
    edges.open(0, 1);
    edges.add(0, 5);
    edges.add(0, 6);
    edges.turnToPush(0, 1);

    edges.close(0);

    assertThat(edges.authors().find(5)).isEqualTo(Slots.NONE);
    assertThat(edges.authors().find(6)).isEqualTo(Slots.NONE);
    assertThat(edges.authors().size()).isZero();
  }
}
