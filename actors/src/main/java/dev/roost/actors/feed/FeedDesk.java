package dev.roost.actors.feed;

import akka.Done;
import akka.actor.NoSerializationVerificationNeeded;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import dev.roost.actors.fanout.InNetwork;
import dev.roost.actors.image.Imaged;
import dev.roost.actors.image.Keeping;
import dev.roost.actors.learn.OutcomeJoiner;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedPage;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.item.ItemTable;
import dev.roost.model.rank.SafetyFilter;
import dev.roost.model.reader.ReaderView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Takes in feeds to be built on this node, answers from what was made ahead or starts a
/// [FeedRequest] for each, and remembers the last full answers to fall back upon.
///
/// While nobody waits it has feeds made ahead for readers who are away, if the settings say so.
public final class FeedDesk extends AbstractBehavior<FeedDesk.Command> implements Imaged {

  /// What the desk accepts. All of it stays within one JVM.
  public sealed interface Command extends NoSerializationVerificationNeeded {}

  /// Asks for a feed from in-network candidates that the reader's partition found.
  public record Assemble(
      ReaderView reader, FeedQuery query, InNetwork inNetwork, ActorRef<FeedRequest.Reply> replyTo)
      implements Command {}

  /// Brings what a feed is to be made ahead from.
  public record Ahead(ReaderView reader, FeedQuery query, InNetwork inNetwork) implements Command {}

  /// Asks to make feeds ahead that are due at `at`; answered when it is done, or given up because a
  /// reader waits.
  public record Precompute(Instant at, ActorRef<Done> replyTo) implements Command {}

  /// Remembers a full answer.
  record Remember(UserId reader, FeedPage page) implements Command {}

  /// Tells that a request is about to be answered.
  record Answered() implements Command {}

  private record Made(RankedFeed feed) implements Command {}

  private record Installed(Arms arms) implements Command {}

  /// What every request needs.
  ///
  /// @param ranking where feeds are ranked
  /// @param outcomes told of each feed before it is answered
  record Links(
      ItemTable table,
      ActorRef<RankingPool.Command> ranking,
      ActorRef<OutcomeJoiner.Command> outcomes) {}

  private final Links links;
  private final FeedSettings settings;
  private final Map<UserId, FeedPage> lastPages;
  private final FeedsAhead ahead;
  private final Precomputation precomputation;
  private final ActorRef<RankingWorker.Ranked> made;
  private Arms installed = Arms.none();
  private int waiting; // readers whose feeds are being ranked

  private FeedDesk(
      ActorContext<Command> context,
      Links links,
      FeedSettings settings,
      Consumer<FeedQuery> lookFor) {
    super(context);
    this.links = links;
    this.settings = settings;
    lastPages =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<UserId, FeedPage> eldest) {
            return size() > settings.lastAnswers();
          }
        };
    ahead = new FeedsAhead(settings.precompute());
    precomputation = new Precomputation(lookFor);
    made = context.messageAdapter(RankingWorker.Ranked.class, answer -> new Made(answer.feed()));
    if (settings.precompute().areOn()) {
      var arms =
          context.messageAdapter(RankingPool.Installed.class, told -> new Installed(told.arms()));
      links.ranking().tell(new RankingPool.Watch(arms));
    }
  }

  /// Returns the behavior of a desk.
  ///
  /// @param lookFor has what a feed is to be made ahead from brought as [Ahead]
  public static Behavior<Command> create(
      ItemTable table,
      ActorRef<RankingPool.Command> ranking,
      ActorRef<OutcomeJoiner.Command> outcomes,
      FeedSettings settings,
      Consumer<FeedQuery> lookFor) {
    return Behaviors.setup(
        context ->
            Keeping.state(
                new FeedDesk(context, new Links(table, ranking, outcomes), settings, lookFor)));
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder().onMessage(Command.class, this::onCommand).build();
  }

  private Behavior<Command> onCommand(Command command) {
    switch (command) {
      case Assemble job -> assemble(job);
      case Ahead found ->
          precomputation
              .found(found, made)
              .ifPresent(job -> links.ranking().tell(new RankingPool.Rank(job)));
      case Precompute(var at, var replyTo) -> precompute(at, replyTo);
      case Made(var feed) ->
          precomputation.made(
              feed, ahead, kept -> remember(kept.log().reader(), kept.page())); // to fall back on
      case Installed(var arms) -> installed = arms;
      case Remember(var reader, var page) -> remember(reader, page);
      case Answered() -> waiting--;
    }
    return this;
  }

  /// Full answers to fall back upon, the one used least lately first.
  private record Kept(List<UserId> readers, List<FeedPage> pages) {}

  /// Feeds made ahead are in no image.
  @Override
  public Optional<Object> image() {
    return Optional.of(
        new Kept(new ArrayList<>(lastPages.keySet()), new ArrayList<>(lastPages.values())));
  }

  @Override
  public void restore(Object image) {
    var kept = (Kept) image;
    lastPages.clear();
    for (int i = 0; i < kept.readers().size(); i++) {
      lastPages.put(kept.readers().get(i), kept.pages().get(i));
    }
  }

  private void assemble(Assemble job) {
    var answer = madeAhead(job);
    if (answer.isPresent()) {
      links.outcomes().tell(new OutcomeJoiner.Note(answer.get().log()));
      job.replyTo().tell(new FeedRequest.Served(answer.get().page()));
      return;
    }
    if (job.query().scope() != FeedQuery.Scope.FOLLOWING) {
      precomputation.giveWay();
      waiting++;
    }
    var last = Optional.ofNullable(lastPages.get(job.reader().reader()));
    getContext()
        .spawnAnonymous(FeedRequest.create(job, last, links, settings, getContext().getSelf()));
  }

  /// Returns what was made ahead and may be shown by the relations and rows of this moment, if
  /// anything of it is left.
  private Optional<RankedFeed> madeAhead(Assemble job) {
    var relations = job.reader().relations();
    return ahead
        .take(job.reader(), job.query(), installed)
        .map(
            feed ->
                feed.answering(
                    FeedRequest.idOf(job.query()),
                    job.query(),
                    item -> SafetyFilter.admits(links.table(), relations, item)))
        .filter(feed -> !feed.page().items().isEmpty());
  }

  private void precompute(Instant at, ActorRef<Done> replyTo) {
    if (getContext().getChildren().isEmpty()) {
      waiting = 0; // also if a request failed and told nothing
    }
    if (waiting == 0) {
      precomputation.begin(ahead.due(at, installed), replyTo);
    } else {
      replyTo.tell(Done.getInstance()); // readers wait
    }
  }

  private void remember(UserId reader, FeedPage page) {
    if (settings.lastAnswers() > 0) {
      lastPages.put(reader, page);
    }
  }
}
