package dev.roost.model.reader;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.model.Gen;
import dev.roost.model.domain.RelationChange;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class RelationsTest {

  /// What relations ought to be, as sets.
  private static final class Plain {

    private final Set<Long> follows = new TreeSet<>();
    private final Set<Long> blocks = new TreeSet<>();
    private final Set<Long> mutes = new TreeSet<>();
    private final Set<Long> blockedBy = new TreeSet<>();

    boolean change(RelationChange change, long other) {
      return switch (change) {
        case FOLLOW -> follows.add(other);
        case UNFOLLOW -> follows.remove(other);
        case BLOCK -> {
          boolean wasFollowed = follows.remove(other);
          yield blocks.add(other) || wasFollowed;
        }
        case UNBLOCK -> blocks.remove(other);
        case MUTE -> mutes.add(other);
        case UNMUTE -> mutes.remove(other);
      };
    }

    boolean blockedBy(long other, boolean blocked) {
      boolean wasFollowed = blocked && follows.remove(other);
      return (blocked ? blockedBy.add(other) : blockedBy.remove(other)) || wasFollowed;
    }
  }

  @Test
  void areSetsThatCountTheirChanges() {
    forAll(
        gen -> {
          var relations = Relations.none();
          var plain = new Plain();
          long changes = 0;
          int steps = gen.whole(0, 200);
          for (int i = 0; i < steps; i++) {
            long other = gen.either() ? gen.whole(0, 12) : -gen.whole(1, 4);
            boolean changed;
            Relations next;
            if (gen.whole(0, 4) == 0) {
              boolean blocked = gen.either();
              changed = plain.blockedBy(other, blocked);
              next = relations.afterBlockedBy(other, blocked);
            } else {
              var change = change(gen);
              changed = plain.change(change, other);
              next = relations.after(change, other);
            }
            changes += changed ? 1 : 0;
            assertThat(next == relations).isEqualTo(!changed);
            relations = next;
          }
          check(relations, plain);
          assertThat(relations.version()).isEqualTo(changes);
        });
  }

  private static RelationChange change(Gen gen) {
    var changes = RelationChange.values();
    return changes[gen.whole(0, changes.length)];
  }

  private static void check(Relations relations, Plain plain) {
    assertThat(relations.follows())
        .containsExactly(plain.follows.stream().mapToLong(x -> x).toArray());
    assertThat(relations.followCount()).isEqualTo(plain.follows.size());
    for (long other = -4; other < 12; other++) {
      assertThat(relations.follows(other)).isEqualTo(plain.follows.contains(other));
      assertThat(relations.blocks(other)).isEqualTo(plain.blocks.contains(other));
      assertThat(relations.hides(other))
          .isEqualTo(
              plain.blocks.contains(other)
                  || plain.mutes.contains(other)
                  || plain.blockedBy.contains(other));
    }
  }
}
