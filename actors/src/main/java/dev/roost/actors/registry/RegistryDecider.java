package dev.roost.actors.registry;

import akka.actor.typed.ActorRef;
import dev.roost.actors.entity.Decider;
import dev.roost.actors.entity.Decision;
import dev.roost.actors.registry.ModelRegistry.Answer;
import dev.roost.actors.registry.ModelRegistry.Command;
import dev.roost.actors.registry.ModelRegistry.Told;
import dev.roost.actors.registry.RegistryEvent.CanaryStarted;
import dev.roost.actors.registry.RegistryEvent.Offered;
import dev.roost.actors.registry.RegistryEvent.Promoted;
import dev.roost.actors.registry.RegistryEvent.Refused;
import dev.roost.actors.registry.RegistryEvent.RolledBack;
import dev.roost.actors.registry.RegistryEvent.ShadowStarted;
import dev.roost.model.registry.Evidence;
import dev.roost.model.registry.ModelBook;
import dev.roost.model.registry.ModelVersion;
import dev.roost.model.registry.ModelVersion.Step;
import dev.roost.model.registry.Offer;
import dev.roost.model.registry.PromotionRules;
import dev.roost.model.registry.PromotionRules.Judgement;
import dev.roost.model.registry.RegistrySettings;
import dev.roost.model.registry.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Decides what becomes of models; the rules themselves are [PromotionRules].
final class RegistryDecider implements Decider<Command, RegistryEvent, ModelBook, Told> {

  private static final String BY_HAND = "by hand";

  private final RegistrySettings settings;
  private final PromotionRules rules;

  RegistryDecider(RegistrySettings settings) {
    this.settings = settings;
    rules = new PromotionRules(settings);
  }

  @Override
  public ModelBook empty() {
    return ModelBook.empty();
  }

  @Override
  public ModelBook after(ModelBook book, RegistryEvent event) {
    return switch (event) {
      case Offered(var offer, var at) -> book.offered(offer, at);
      case Refused(var version, var reason, var evidence, var at) ->
          book.refused(version, new Step(Stage.REFUSED, at, reason, evidence));
      case ShadowStarted(var version, var at) ->
          book.tried(version, 0, new Step(Stage.SHADOW, at, "offered", Evidence.none()));
      case CanaryStarted(var version, var share, var reason, var evidence, var at) ->
          book.tried(version, share, new Step(Stage.CANARY, at, reason, evidence));
      case Promoted(var version, var reason, var evidence, var at) ->
          book.promoted(version, new Step(Stage.CHAMPION, at, reason, evidence));
      case RolledBack(var version, var to, var reason, var evidence, var at) ->
          book.rolledBack(version, to, new Step(Stage.ROLLED_BACK, at, reason, evidence));
    };
  }

  @Override
  public Decision<RegistryEvent, ModelBook, Told> decide(ModelBook book, Command command) {
    return switch (command) {
      case ModelRegistry.Inspect(var replyTo) -> answer(book, List.of(), "", replyTo);
      case ModelRegistry.Propose propose ->
          answer(book, propose(book, propose), "", propose.replyTo());
      case ModelRegistry.Weigh weigh -> answer(book, weigh(book, weigh), "", weigh.replyTo());
      case ModelRegistry.Withdraw(var version, var complaint, var at, var replyTo) ->
          answer(book, withdraw(book, version, complaint, at), "", replyTo);
      case ModelRegistry.Promote(var version, var at, var replyTo) -> {
        boolean may = version.equals(book.challenger()) || version.equals(book.predecessor());
        yield may && !version.isEmpty()
            ? answer(book, List.of(promoted(version, BY_HAND, Evidence.none(), at)), "", replyTo)
            : answer(book, List.of(), "is neither on trial nor the predecessor", replyTo);
      }
      case ModelRegistry.Rollback(var version, var at, var replyTo) ->
          rollback(book, version, at, replyTo);
    };
  }

  private Decision<RegistryEvent, ModelBook, Told> answer(
      ModelBook book, List<RegistryEvent> facts, String complaint, ActorRef<Answer> replyTo) {
    var next = book;
    for (var fact : facts) {
      next = after(next, fact);
    }
    return new Decision<>(
        facts, null, List.of(new Told(replyTo, new Answer(next, facts, complaint))));
  }

  private List<RegistryEvent> propose(ModelBook book, ModelRegistry.Propose command) {
    var version = command.offer().version();
    var at = command.at();
    if (book.find(version).isPresent()) {
      return List.of(); // was stored before an answer got lost
    }
    var facts = new ArrayList<RegistryEvent>();
    facts.add(new Offered(command.offer(), at));
    if (!command.complaint().isEmpty()) {
      facts.add(refused(version, command.complaint(), at));
    } else if (book.champion().isEmpty()) {
      facts.add(promoted(version, "first", Evidence.none(), at));
    } else if (!book.challenger().isEmpty() && !command.offer().urgent()) {
      facts.add(refused(version, book.challenger() + " is on trial", at));
    } else {
      if (!book.challenger().isEmpty()) {
        facts.add(takenBack(book, "superseded by " + version, Evidence.none(), at));
      }
      facts.add(
          settings.pace(command.offer()).shadow().isZero()
              ? unshadowed(command.offer(), "no shadow is set", Evidence.none(), at)
              : new ShadowStarted(version, at));
    }
    return facts;
  }

  /// Takes a version to what follows its shadow.
  private RegistryEvent unshadowed(Offer offer, String reason, Evidence evidence, Instant at) {
    var pace = settings.pace(offer);
    return pace.canary().isZero()
        ? promoted(offer.version(), reason, evidence, at)
        : new CanaryStarted(offer.version(), pace.canaryShare(), reason, evidence, at);
  }

  private List<RegistryEvent> weigh(ModelBook book, ModelRegistry.Weigh command) {
    var at = command.at();
    boolean fails =
        !book.predecessor().isEmpty() && rules.champion(command.onChampion()) == Judgement.FAIL;
    if (fails) {
      return List.of(
          new RolledBack(
              book.champion(),
              book.predecessor(),
              why(command.onChampion(), "its predecessor"),
              command.onChampion(),
              at));
    }
    return book.find(command.challenger())
        .filter(challenger -> challenger.version().equals(book.challenger()))
        .map(challenger -> judge(book, challenger, command.onChallenger(), at))
        .orElse(List.of());
  }

  private List<RegistryEvent> judge(
      ModelBook book, ModelVersion challenger, Evidence evidence, Instant at) {
    var elapsed = Duration.between(challenger.now().at(), at);
    boolean inShadow = challenger.stage() == Stage.SHADOW;
    var pace = settings.pace(challenger.offer());
    var judgement =
        inShadow ? rules.shadow(pace, elapsed, evidence) : rules.canary(pace, elapsed, evidence);
    return switch (judgement) {
      case WAIT -> List.of();
      case FAIL -> List.of(takenBack(book, why(evidence, "the champion"), evidence, at));
      case PASS ->
          List.of(
              inShadow
                  ? unshadowed(challenger.offer(), "passed its shadow", evidence, at)
                  : promoted(challenger.version(), "passed its canary", evidence, at));
    };
  }

  private static String why(Evidence evidence, String other) {
    if (!evidence.isSound()) {
      return "foretold what is no probability";
    }
    return evidence.worseLow() > 0
        ? "worse than " + other
        : "not shown to be as good as " + other + " in time";
  }

  /// Takes the challenger back: one that ranked is rolled back, one that did not is refused.
  private static RegistryEvent takenBack(
      ModelBook book, String reason, Evidence evidence, Instant at) {
    var challenger = book.challenger();
    return book.find(challenger).filter(v -> v.stage() == Stage.CANARY).isPresent()
        ? new RolledBack(challenger, book.champion(), reason, evidence, at)
        : new Refused(challenger, reason, evidence, at);
  }

  private static List<RegistryEvent> withdraw(
      ModelBook book, String version, String complaint, Instant at) {
    if (!book.isInUse(version)) {
      return List.of();
    }
    var gone = refused(version, complaint, at);
    return version.equals(book.champion()) && !book.predecessor().isEmpty()
        ? List.of(gone, promoted(book.predecessor(), "in place of " + version, Evidence.none(), at))
        : List.of(gone);
  }

  private Decision<RegistryEvent, ModelBook, Told> rollback(
      ModelBook book, String version, Instant at, ActorRef<Answer> replyTo) {
    if (!version.isEmpty() && version.equals(book.challenger())) {
      return answer(book, List.of(takenBack(book, BY_HAND, Evidence.none(), at)), "", replyTo);
    }
    if (!version.isEmpty() && version.equals(book.champion())) {
      var back = new RolledBack(version, book.predecessor(), BY_HAND, Evidence.none(), at);
      return answer(book, List.of(back), "", replyTo);
    }
    return answer(book, List.of(), "is neither on trial nor champion", replyTo);
  }

  private static Refused refused(String version, String reason, Instant at) {
    return new Refused(version, reason, Evidence.none(), at);
  }

  private static Promoted promoted(String version, String reason, Evidence evidence, Instant at) {
    return new Promoted(version, reason, evidence, at);
  }
}
