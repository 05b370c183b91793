package dev.roost.actors.user;

import static dev.roost.actors.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.typed.ActorRef;
import dev.roost.actors.Gen;
import dev.roost.actors.crowd.CrowdWatcher;
import dev.roost.actors.entity.Decision;
import dev.roost.actors.fanout.FanoutRoot;
import dev.roost.actors.fanout.FeedPartition;
import dev.roost.actors.feed.FeedRequest;
import dev.roost.actors.user.UserEffect.Answer;
import dev.roost.actors.user.UserEffect.ToCrowd;
import dev.roost.actors.user.UserEffect.ToPartition;
import dev.roost.actors.user.UserEffect.ToRoot;
import dev.roost.actors.user.UserEffect.ToTally;
import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.MediaKind;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.item.ItemStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class UserDeciderTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final UserId ANN = new UserId(1);
  private static final UserId BOB = new UserId(2);
  private static final UserEntity.Reply ACCEPTED = new UserEntity.Accepted();
  private static final IdempotencyKey KEY = new IdempotencyKey(5, 6);

  private static ActorTestKit kit;
  private static ActorRef<UserEntity.Reply> client;
  private static ActorRef<FeedRequest.Reply> readerClient;

  private final UserDecider decider = new UserDecider(ANN, new UserSettings(3, 4));

  @BeforeAll
  static void start() {
    kit = ActorTestKit.create();
    client = kit.<UserEntity.Reply>createTestProbe().getRef();
    readerClient = kit.<FeedRequest.Reply>createTestProbe().getRef();
  }

  @AfterAll
  static void stop() {
    kit.shutdownTestKit();
  }

  /// One user's life: what was stored, and the state it led to.
  private final class Life {
    private final List<UserEvent> events = new ArrayList<>();
    private UserState state = decider.empty();

    Decision<UserEvent, UserState, UserEffect> send(UserEntity.Command command) {
      var decision = decider.decide(state, command);
      for (var event : decision.events()) {
        state = decider.after(state, event);
        events.add(event);
      }
      return decision;
    }

    UserEntity.Reply ask(UserEntity.Command command) {
      return send(command).effects().stream()
          .flatMap(effect -> effect instanceof Answer(_, var r) ? Stream.of(r) : Stream.empty())
          .reduce(
              (_, _) -> {
                throw new AssertionError("answered twice");
              })
          .orElseThrow(() -> new AssertionError("not answered: " + command));
    }

    UserState.Active active() {
      return (UserState.Active) state;
    }
  }

  private Life registered() {
    var life = new Life();
    life.send(register("ann"));
    return life;
  }

  private static UserEntity.Register register(String name) {
    return new UserEntity.Register(name, Profile.unknown(), START, client);
  }

  private static UserEntity.Relate relate(RelationChange change, UserId other) {
    return new UserEntity.Relate(change, other, START, client);
  }

  private static UserEntity.NoteBlockedBy note(UserId by, boolean blocked) {
    return new UserEntity.NoteBlockedBy(by, blocked, START, client);
  }

  private static UserEntity.Publish publish(
      long item, String text, Instant at, IdempotencyKey key) {
    var post = new Post(new ItemId(item), ANN, at, "birds", "en", MediaKind.TEXT, text, null);
    return new UserEntity.Publish(post, key, client);
  }

  private static UserEntity.Delete delete(long item) {
    return new UserEntity.Delete(new ItemId(item), START, client);
  }

  private static UserEntity.Engage engage(int size, Instant at, IdempotencyKey key) {
    var batch =
        IntStream.range(0, size)
            .mapToObj(i -> Engagement.of(new ItemId(i), EngagementKind.LIKE, i))
            .toList();
    return new UserEntity.Engage(new RequestId(9), batch, at, key, client);
  }

  private static UserEntity.Command anyCommand(Gen gen) {
    var other = new UserId(gen.whole(1, 6));
    long item = gen.whole(0, 8);
    var at = START.plus(gen.upTo(Duration.ofHours(60)));
    var key = gen.either() ? IdempotencyKey.NONE : new IdempotencyKey(gen.whole(1, 4), 0);
    return switch (gen.whole(0, 8)) {
      case 0 -> register(gen.either() ? "ann" : "eve");
      case 1 -> note(other, gen.either());
      case 2 -> publish(item, gen.either() ? "a" : "b", at, key);
      case 3 -> delete(item);
      case 4 -> engage(gen.whole(0, 6), at, key);
      case 5 -> new UserEntity.Inspect(client);
      default -> relate(RelationChange.values()[gen.whole(0, 6)], other);
    };
  }

  @Test
  void replayOfTheEventsGivesTheSameState() {
    forAll(
        gen -> {
          var life = registered();
          IntStream.range(0, 80).forEach(_ -> life.send(anyCommand(gen)));

          var replayed = decider.empty();
          for (var event : life.events) {
            replayed = decider.after(replayed, event);
          }

          assertThat(replayed).usingRecursiveComparison().isEqualTo(life.state);
        });
  }

  @Test
  void aRepeatedCommandStoresNothingAndIsAnsweredAlike() {
    forAll(
        gen -> {
          var life = registered();
          IntStream.range(0, gen.whole(0, 40)).forEach(_ -> life.send(anyCommand(gen)));
          var command = anyCommand(gen);
          if (command instanceof UserEntity.Engage(_, _, _, var key, _) && !key.isPresent()) {
            return; // without a key, the same again is another engagement
          }

          var first = life.send(command);
          var again = life.send(command);

          assertThat(again.events()).isEmpty();
          assertThat(answers(again)).isEqualTo(answers(first));
        });
  }

  private static List<UserEffect> answers(Decision<UserEvent, UserState, UserEffect> decision) {
    return decision.effects().stream()
        .filter(effect -> effect instanceof Answer || isWithdrawal(effect))
        .toList();
  }

  private static boolean isWithdrawal(UserEffect effect) {
    return effect instanceof ToRoot(FanoutRoot.Withdraw _);
  }

  @Test
  void everyCommandIsAnsweredOnceByTheEntityOrByTheRoot() {
    forAll(
        gen -> {
          var life = gen.either() ? registered() : new Life();
          for (int i = 0; i < 40; i++) {
            assertThat(answers(life.send(anyCommand(gen)))).hasSize(1);
          }
        });
  }

  @Test
  void nobodyFollowsWhomTheyMayNot() {
    forAll(
        gen -> {
          var life = registered();
          for (int i = 0; i < 60; i++) {
            life.send(anyCommand(gen));
            var relations = life.active().relations();

            assertThat(relations.followCount()).isLessThanOrEqualTo(3);
            for (long author : relations.follows()) {
              assertThat(author).isNotEqualTo(ANN.value());
              assertThat(relations.blocks(author)).isFalse();
              assertThat(relations.blockedBy(author)).isFalse();
            }
          }
        });
  }

  @Test
  void thePartitionHearsOfEveryVersionBeforeTheAnswer() {
    forAll(
        gen -> {
          var life = registered();
          long version = 0;
          for (int i = 0; i < 60; i++) {
            var effects = life.send(anyCommand(gen)).effects();
            if (effects.getFirst() instanceof ToPartition(FeedPartition.Relate change)) {
              version++;
              assertThat(change.version()).isEqualTo(version);
              assertThat(effects.getLast()).isEqualTo(new Answer(client, ACCEPTED));
            }
            assertThat(life.active().relations().version()).isEqualTo(version);
          }
        });
  }

  @Test
  void ownPostsAreNumberedDensely() {
    forAll(
        gen -> {
          var life = registered();
          IntStream.range(0, 80).forEach(_ -> life.send(anyCommand(gen)));
          var numbers =
              life.events.stream()
                  .filter(UserEvent.Posted.class::isInstance)
                  .map(event -> ((UserEvent.Posted) event).number())
                  .toList();

          assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
        });
  }

  @Test
  void nothingButRegistrationIsAcceptedWithoutAnAccount() {
    forAll(
        gen -> {
          var life = new Life();
          var command = anyCommand(gen);
          if (command instanceof UserEntity.Register) {
            return;
          }
          assertThat(life.ask(command)).isEqualTo(new UserEntity.NotRegistered());
          assertThat(life.events).isEmpty();
        });
  }

  @Test
  void anUnknownReaderIsToldSo() {
    var read = new UserEntity.ReadFeed(FeedQuery.feed(ANN, START, 10), readerClient);

    assertThat(new Life().send(read).effects())
        .containsExactly(
            new UserEffect.AnswerReader(readerClient, new FeedRequest.UnknownReader()));
  }

  @Test
  void aReadGoesToThePartitionWithTheViewOfNow() {
    var life = registered();
    life.send(relate(RelationChange.FOLLOW, BOB));
    var query = FeedQuery.feed(ANN, START, 10);

    assertThat(life.send(new UserEntity.ReadFeed(query, readerClient)).effects())
        .containsExactly(
            new ToPartition(new FeedPartition.Read(life.active().view(ANN), query, readerClient)));
    assertThat(life.active().view(ANN).relations().follows(BOB.value())).isTrue();
  }

  @Test
  void aNameIsNotGivenTwice() {
    var life = registered();

    assertThat(life.ask(register("ann"))).isEqualTo(ACCEPTED);
    assertThat(life.ask(register("eve"))).isEqualTo(new UserEntity.IdTaken("ann"));
  }

  @Test
  void refusalsSayWhatToDo() {
    var life = registered();
    life.send(relate(RelationChange.BLOCK, BOB));
    life.send(note(new UserId(3), true));
    IntStream.range(10, 13).forEach(id -> life.send(relate(RelationChange.FOLLOW, new UserId(id))));

    assertThat(refusal(life.ask(relate(RelationChange.FOLLOW, ANN)))).contains("themselves");
    assertThat(refusal(life.ask(relate(RelationChange.BLOCK, ANN)))).contains("themselves");
    assertThat(refusal(life.ask(note(ANN, true)))).contains("themselves");
    assertThat(refusal(life.ask(relate(RelationChange.FOLLOW, BOB)))).contains("unblock");
    assertThat(refusal(life.ask(relate(RelationChange.FOLLOW, new UserId(3)))))
        .contains("they block you");
    assertThat(refusal(life.ask(relate(RelationChange.FOLLOW, new UserId(13)))))
        .contains("follows 3 authors");
    assertThat(refusal(life.ask(engage(0, START, KEY)))).contains("1 to 4");
    assertThat(refusal(life.ask(engage(5, START, KEY)))).contains("not 5");
    assertThat(
            refusal(
                life.ask(
                    new UserEntity.Publish(
                        new Post(new ItemId(1), BOB, START, "", "zz", MediaKind.TEXT, "", null),
                        KEY,
                        client))))
        .contains("not by");
  }

  private static String refusal(UserEntity.Reply reply) {
    return ((UserEntity.Refused) reply).why();
  }

  @Test
  void beingBlockedEndsAFollowAndTellsThePartition() {
    var life = registered();
    life.send(relate(RelationChange.FOLLOW, BOB));

    assertThat(life.send(note(BOB, true)).effects())
        .containsExactly(
            new ToPartition(new FeedPartition.Relate(ANN, RelationChange.UNFOLLOW, BOB, 2)),
            new ToCrowd(new CrowdWatcher.Related(ANN, RelationChange.UNFOLLOW, BOB)),
            new Answer(client, ACCEPTED));
    assertThat(life.active().relations().follows(BOB.value())).isFalse();
    assertThat(life.active().relations().hides(BOB.value())).isTrue();
  }

  @Test
  void aRetryGetsItsFirstAnswerAndAnotherRequestIsRefused() {
    var life = registered();

    assertThat(life.ask(publish(1, "a", START, KEY))).isEqualTo(ACCEPTED);
    assertThat(life.ask(publish(1, "a", START.plusSeconds(5), KEY))).isEqualTo(ACCEPTED);
    assertThat(life.ask(publish(1, "b", START, KEY))).isEqualTo(new UserEntity.KeyReused());
    assertThat(life.ask(engage(1, START, KEY))).isEqualTo(new UserEntity.KeyReused());
    assertThat(life.events).hasSize(2);
  }

  @Test
  void engagementsAreToldOnceForAKey() {
    var life = registered();

    assertThat(life.send(engage(2, START, KEY)).effects())
        .hasSize(4)
        .anyMatch(ToTally.class::isInstance)
        .anyMatch(
            effect ->
                effect instanceof ToCrowd(CrowdWatcher.Engaged(_, var before, var engagements))
                    && before.recentCount() == 0
                    && engagements.size() == 2);
    assertThat(life.send(engage(2, START, KEY)).effects())
        .containsExactly(new Answer(client, ACCEPTED));
    assertThat(life.active().engagements()).isEqualTo(2);
  }

  @Test
  void aKeyIsForgottenAfterADay() {
    var life = registered();
    life.send(engage(1, START, KEY));

    var almost = START.plus(Duration.ofHours(24)).minusMillis(1);
    assertThat(life.ask(engage(2, almost, KEY))).isEqualTo(new UserEntity.KeyReused());
    assertThat(life.ask(engage(2, almost.plusMillis(1), KEY))).isEqualTo(ACCEPTED);
  }

  @Test
  void aThousandAndTwentyFourKeysAreRemembered() {
    var life = registered();
    for (int i = 1; i <= 1025; i++) {
      life.send(engage(1, START, new IdempotencyKey(0, i)));
    }

    assertThat(life.active().keys().size()).isEqualTo(1024);
    assertThat(life.send(engage(1, START, new IdempotencyKey(0, 2))).events()).isEmpty();
    assertThat(life.send(engage(1, START, new IdempotencyKey(0, 1))).events()).hasSize(1);
  }

  @Test
  void aRepostIsStoredAsOne() {
    var life = registered();
    var original = new Post.Original(new ItemId(7), BOB);
    var post = new Post(new ItemId(8), ANN, START, "", "zz", MediaKind.TEXT, "", original);

    life.send(new UserEntity.Publish(post, IdempotencyKey.NONE, client));

    assertThat(life.events.getLast())
        .isEqualTo(new UserEvent.Reposted(post, 1, IdempotencyKey.NONE));
  }

  @Test
  void aDeletionIsAnsweredByTheRootEachTimeItIsAsked() {
    var life = registered();
    life.send(publish(1, "a", START, IdempotencyKey.NONE));
    var withdraw =
        new ToRoot(new FanoutRoot.Withdraw(new ItemId(1), ItemStatus.DELETED, START, client));

    assertThat(life.ask(delete(2))).isEqualTo(new UserEntity.NoSuchPost(new ItemId(2)));
    assertThat(life.send(delete(1)).effects()).containsExactly(withdraw);
    assertThat(life.send(delete(1)).effects()).containsExactly(withdraw);
    assertThat(life.active().posts().live()).isZero();
    assertThat(life.active().posts().nextNumber()).isEqualTo(2);
  }
}
