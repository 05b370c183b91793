package dev.roost.actors.user;

import dev.roost.actors.entity.Links;
import dev.roost.actors.fanout.FeedPartition;
import dev.roost.model.domain.UserId;

/// A user's entity among its neighbours on the node.
record LinkedUser(UserId user, UserLinks links) implements Links<UserEffect> {

  @Override
  public void perform(UserEffect effect) {
    switch (effect) {
      case UserEffect.Answer(var to, var reply) -> to.tell(reply);
      case UserEffect.AnswerReader(var to, var reply) -> to.tell(reply);
      case UserEffect.ToPartition(var message) -> links.partition(user).tell(message);
      case UserEffect.ToRoot(var message) -> links.root().tell(message);
      case UserEffect.ToTally(var message) -> links.tally().tell(message);
      case UserEffect.ToOutcomes(var message) -> links.outcomes().tell(message);
    }
  }

  @Override
  public void forget() {
    links.partition(user).tell(new FeedPartition.Drop(user));
  }
}
