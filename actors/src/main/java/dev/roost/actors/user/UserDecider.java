package dev.roost.actors.user;

import akka.actor.typed.ActorRef;
import dev.roost.actors.crowd.CrowdWatcher;
import dev.roost.actors.entity.Decider;
import dev.roost.actors.entity.Decision;
import dev.roost.actors.fanout.FanoutRoot;
import dev.roost.actors.fanout.FeedPartition;
import dev.roost.actors.feed.FeedRequest;
import dev.roost.actors.item.EngagementTally;
import dev.roost.actors.learn.OutcomeJoiner;
import dev.roost.actors.user.UserEffect.Answer;
import dev.roost.actors.user.UserEffect.AnswerReader;
import dev.roost.actors.user.UserEffect.Deliver;
import dev.roost.actors.user.UserEffect.ToCrowd;
import dev.roost.actors.user.UserEffect.ToOutcomes;
import dev.roost.actors.user.UserEffect.ToPartition;
import dev.roost.actors.user.UserEffect.ToRoot;
import dev.roost.actors.user.UserEffect.ToTally;
import dev.roost.actors.user.UserState.Absent;
import dev.roost.actors.user.UserState.Active;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.UserId;
import dev.roost.model.item.ItemStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Decides for one user what is accepted, stored and told.
final class UserDecider implements Decider<UserEntity.Command, UserEvent, UserState, UserEffect> {

  private static final UserState ABSENT = new Absent();
  private static final UserEntity.Reply ACCEPTED = new UserEntity.Accepted();

  private final UserId user;
  private final UserSettings settings;

  UserDecider(UserId user, UserSettings settings) {
    this.user = user;
    this.settings = settings;
  }

  @Override
  public UserState empty() {
    return ABSENT;
  }

  @Override
  public UserState after(UserState state, UserEvent event) {
    return UserHistory.after(user, state, event);
  }

  @Override
  public Decision<UserEvent, UserState, UserEffect> decide(
      UserState state, UserEntity.Command command) {
    return switch (state) {
      case Absent _ -> whenAbsent(command);
      case Active active -> whenActive(active, command);
    };
  }

  private static Decision<UserEvent, UserState, UserEffect> whenAbsent(UserEntity.Command command) {
    var no = new UserEntity.NotRegistered();
    return switch (command) {
      case UserEntity.Register(var name, var profile, var at, var replyTo) ->
          Decision.store(
              new UserEvent.Registered(name, profile, at), List.of(new Answer(replyTo, ACCEPTED)));
      case UserEntity.ReadFeed(_, var replyTo) ->
          Decision.only(new AnswerReader(replyTo, new FeedRequest.UnknownReader()));
      case UserEntity.Relate(_, _, _, var replyTo) -> answer(replyTo, no);
      case UserEntity.NoteBlockedBy(_, _, _, var replyTo) -> answer(replyTo, no);
      case UserEntity.Publish(_, _, var replyTo) -> answer(replyTo, no);
      case UserEntity.Delete(_, _, var replyTo) -> answer(replyTo, no);
      case UserEntity.Engage(_, _, _, _, var replyTo) -> answer(replyTo, no);
      case UserEntity.PrepareFeed _ -> Decision.only(List.of());
      case UserEntity.Inspect(var replyTo) -> answer(replyTo, no);
    };
  }

  private Decision<UserEvent, UserState, UserEffect> whenActive(
      Active state, UserEntity.Command command) {
    return switch (command) {
      case UserEntity.Register(var name, _, _, var replyTo) ->
          answer(
              replyTo,
              name.equals(state.externalId())
                  ? ACCEPTED
                  : new UserEntity.IdTaken(state.externalId()));
      case UserEntity.Relate relate -> relate(state, relate);
      case UserEntity.NoteBlockedBy note -> note(state, note);
      case UserEntity.Publish publish -> publish(state, publish);
      case UserEntity.Delete delete -> delete(state, delete);
      case UserEntity.Engage engage -> engage(state, engage);
      case UserEntity.ReadFeed(var query, var replyTo) ->
          Decision.only(new ToPartition(new FeedPartition.Read(state.view(user), query, replyTo)));
      case UserEntity.PrepareFeed(var query) ->
          Decision.only(new ToPartition(new FeedPartition.LookAhead(state.view(user), query)));
      case UserEntity.Inspect(var replyTo) -> answer(replyTo, state.account());
    };
  }

  private Decision<UserEvent, UserState, UserEffect> relate(
      Active state, UserEntity.Relate command) {
    var change = command.change();
    var other = command.other();
    var objection = objection(state, change, other);
    if (objection.isPresent()) {
      return answer(command.replyTo(), new UserEntity.Refused(objection.get()));
    }
    var next = state.relations().after(change, other.value());
    return next == state.relations()
        ? answer(command.replyTo(), ACCEPTED)
        : Decision.store(
            UserHistory.related(change, other, command.at()),
            List.of(
                new ToPartition(new FeedPartition.Relate(user, change, other, next.version())),
                new ToCrowd(new CrowdWatcher.Related(user, change, other)),
                new Answer(command.replyTo(), ACCEPTED)));
  }

  private Optional<String> objection(Active state, RelationChange change, UserId other) {
    if (other.equals(user)) {
      return Optional.of("nobody can follow, block or mute themselves: " + user);
    }
    var relations = state.relations();
    if (change != RelationChange.FOLLOW || relations.follows(other.value())) {
      return Optional.empty();
    }
    if (relations.blocks(other.value())) {
      return Optional.of(other + " is blocked; unblock them before following them");
    }
    if (relations.blockedBy(other.value())) {
      return Optional.of(other + " cannot be followed: they block you");
    }
    return relations.followCount() < settings.maxFollows()
        ? Optional.empty()
        : Optional.of(
            "already follows "
                + settings.maxFollows()
                + " authors, the most allowed; unfollow some first");
  }

  private Decision<UserEvent, UserState, UserEffect> note(
      Active state, UserEntity.NoteBlockedBy command) {
    var by = command.by();
    if (by.equals(user)) {
      return answer(
          command.replyTo(), new UserEntity.Refused("nobody can block themselves: " + user));
    }
    var next = state.relations().afterBlockedBy(by.value(), command.blocked());
    if (next == state.relations()) {
      return answer(command.replyTo(), ACCEPTED);
    }
    // Either way the user does not follow the other; the partition must hear of each version.
    return Decision.store(
        command.blocked()
            ? new UserEvent.BlockedBy(by, command.at())
            : new UserEvent.UnblockedBy(by, command.at()),
        List.of(
            new ToPartition(
                new FeedPartition.Relate(user, RelationChange.UNFOLLOW, by, next.version())),
            new ToCrowd(new CrowdWatcher.Related(user, RelationChange.UNFOLLOW, by)),
            new Answer(command.replyTo(), ACCEPTED)));
  }

  private Decision<UserEvent, UserState, UserEffect> publish(
      Active state, UserEntity.Publish command) {
    var post = command.post();
    if (!post.author().equals(user)) {
      return answer(
          command.replyTo(),
          new UserEntity.Refused("the post is by " + post.author() + ", not by " + user));
    }
    var used = used(state, command.key(), post.at(), Fingerprint.of(post));
    if (used.isPresent()) {
      return answer(command.replyTo(), used.get());
    }
    if (state.posts().has(post.id().value())) {
      return answer(command.replyTo(), ACCEPTED);
    }
    int number = state.posts().nextNumber();
    return Decision.store(
        post.original() == null
            ? new UserEvent.Posted(post, number, command.key())
            : new UserEvent.Reposted(post, number, command.key()),
        List.of(new Deliver(post), new Answer(command.replyTo(), ACCEPTED)));
  }

  private Decision<UserEvent, UserState, UserEffect> delete(
      Active state, UserEntity.Delete command) {
    long item = command.item().value();
    if (!state.posts().has(item)) {
      return answer(command.replyTo(), new UserEntity.NoSuchPost(command.item()));
    }
    List<UserEffect> withdraw =
        List.of(
            new ToRoot(
                new FanoutRoot.Withdraw(
                    command.item(), ItemStatus.DELETED, command.at(), command.replyTo())));
    return state.posts().isDeleted(item)
        ? Decision.only(withdraw) // whoever asks again still wants to know that all nodes hide it
        : Decision.store(new UserEvent.PostDeleted(command.item(), command.at()), withdraw);
  }

  private Decision<UserEvent, UserState, UserEffect> engage(
      Active state, UserEntity.Engage command) {
    var engagements = command.engagements();
    if (engagements.isEmpty() || engagements.size() > settings.maxBatch()) {
      return answer(
          command.replyTo(),
          new UserEntity.Refused(
              "a batch holds 1 to "
                  + settings.maxBatch()
                  + " engagements, not "
                  + engagements.size()));
    }
    var request = command.request();
    var print = Fingerprint.of(request, engagements);
    var used = used(state, command.key(), command.at(), print);
    return used.isPresent()
        ? answer(command.replyTo(), used.get())
        : Decision.store(
            new UserEvent.Engaged(request, engagements, command.at(), command.key()),
            List.of(
                new ToTally(new EngagementTally.Add(engagements)),
                new ToCrowd(
                    new CrowdWatcher.Engaged(state.profile(), state.history(), engagements)),
                new ToOutcomes(new OutcomeJoiner.Outcome(request, user, engagements, command.at())),
                new Answer(command.replyTo(), ACCEPTED)));
  }

  private static Optional<UserEntity.Reply> used(
      Active state, IdempotencyKey key, Instant now, long fingerprint) {
    if (!key.isPresent()) {
      return Optional.empty();
    }
    var before = state.keys().find(key, now);
    return before.isEmpty()
        ? Optional.empty()
        : Optional.of(before.getAsLong() == fingerprint ? ACCEPTED : new UserEntity.KeyReused());
  }

  private static Decision<UserEvent, UserState, UserEffect> answer(
      ActorRef<UserEntity.Reply> to, UserEntity.Reply reply) {
    return Decision.only(new Answer(to, reply));
  }
}
