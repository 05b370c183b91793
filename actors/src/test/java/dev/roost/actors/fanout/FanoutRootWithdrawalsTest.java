package dev.roost.actors.fanout;

import static dev.roost.actors.fanout.RootAndInboxes.ITEM;
import static dev.roost.actors.fanout.RootAndInboxes.STORED;
import static dev.roost.actors.fanout.RootAndInboxes.next;
import static dev.roost.actors.fanout.RootAndInboxes.posts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.actors.user.UserEntity;
import dev.roost.model.item.ItemStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class FanoutRootWithdrawalsTest {

  private final RootAndInboxes tree = new RootAndInboxes(FanoutMode.SERVING);

  @Test
  void confirmsAWithdrawalOnceWhenEveryBranchHas() {
    tree.withdraw(ItemStatus.DELETED);
    var frame = next(tree.here);
    assertThat(frame.body()).isEqualTo(new Frame.Status(ITEM, ItemStatus.DELETED, STORED));

    tree.answer(frame, tree.here);
    tree.answer(frame, tree.here);
    assertThat(tree.author.hasMessages()).isFalse();
    tree.answer(frame, tree.there);

    tree.author.expectMessage(new UserEntity.Accepted());
    tree.ring();
    assertThat(tree.author.hasMessages()).isFalse();
  }

  @Test
  void confirmsAWithdrawalAfterTwoSecondsWithoutASilentBranch() {
    tree.withdraw(ItemStatus.DELETED);
    tree.answer(next(tree.here), tree.here);
    assertThat(tree.author.hasMessages()).isFalse();

    assertThat(tree.ring()).isEqualTo(Duration.ofSeconds(2));

    tree.author.expectMessage(new UserEntity.Accepted());
  }

  @Test
  void postsLeaveBeforeTheirWithdrawal() {
    tree.publish(7);

    tree.withdraw(ItemStatus.DELETED);

    assertThat(posts(next(tree.here))).containsExactly(7L);
    assertThat(next(tree.here).body()).isInstanceOf(Frame.Status.class);
  }
}
