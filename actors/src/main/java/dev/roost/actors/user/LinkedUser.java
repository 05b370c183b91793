package dev.roost.actors.user;

import dev.roost.actors.entity.Links;
import dev.roost.actors.fanout.FeedPartition;
import dev.roost.actors.feed.FeedRequest;
import dev.roost.model.domain.UserId;
import java.util.Optional;

/// A user's entity among its neighbours on the node.
record LinkedUser(UserId user, UserLinks links) implements Links<UserEntity.Command, UserEffect> {

  private static final String TOO_MANY_READS = "too many readers wait; try again";

  @Override
  public void perform(UserEffect effect) {
    switch (effect) {
      case UserEffect.Answer(var to, var reply) -> to.tell(reply);
      case UserEffect.AnswerReader(var to, var reply) -> to.tell(reply);
      case UserEffect.ToPartition(FeedPartition.Read read) -> read(read);
      case UserEffect.ToPartition(var message) -> links.partition(user).tell(message);
      case UserEffect.Deliver(var post) -> links.deliver(post);
      case UserEffect.ToRoot(var message) -> links.root().tell(message);
      case UserEffect.ToTally(var message) -> links.tally().tell(message);
      case UserEffect.ToCrowd(var message) -> links.crowd().tell(message);
      case UserEffect.ToOutcomes(var message) -> links.outcomes().tell(message);
    }
  }

  private void read(FeedPartition.Read read) {
    var waiting = links.readsOf(user);
    if (waiting.isFull()) {
      read.replyTo().tell(new FeedRequest.Unavailable(TOO_MANY_READS));
    } else {
      waiting.handOver(links.partition(user), read);
    }
  }

  @Override
  public Optional<UserEffect> refusal(UserEntity.Command command) {
    return command instanceof UserEntity.Publish publish && links.backlogs().posts().isFull()
        ? Optional.of(new UserEffect.Answer(publish.replyTo(), new UserEntity.Busy()))
        : Optional.empty();
  }

  @Override
  public void forget() {
    links.partition(user).tell(new FeedPartition.Drop(user));
  }
}
