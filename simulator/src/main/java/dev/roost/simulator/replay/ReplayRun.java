package dev.roost.simulator.replay;

import dev.roost.model.chance.Chance;
import dev.roost.model.domain.ItemId;
import dev.roost.model.feed.FeedPage;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.feed.Occasion;
import dev.roost.model.feed.Stretch;
import dev.roost.simulator.data.LoggedEvent;
import dev.roost.simulator.data.RecordedLog;
import dev.roost.simulator.port.FeedPort;
import dev.roost.simulator.port.TickSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One replay on its way: see [Replay] for what a moment does.
final class ReplayRun {

  private final RecordedLog log;
  private final FeedPort port;
  private final ReplaySettings settings;
  private final ReplayListener listener;
  private final Flight flight;
  private final Teller teller;
  private final LiveItems live;
  private final Readers readers;
  private final Baseline baseline;
  private final Scores scores;
  private final Transcript transcript = new Transcript();
  private final List<TickSummary.Installed> models = new ArrayList<>();
  private final List<TickSummary.Alarm> alarms = new ArrayList<>();
  private boolean told;
  private long barriers;

  ReplayRun(RecordedLog log, FeedPort port, ReplaySettings settings, ReplayListener listener) {
    this.log = log;
    this.port = port;
    this.settings = settings;
    this.listener = listener;
    var start = log.events().getFirst().at();
    var protocol = settings.protocol();
    flight = new Flight(settings.inFlight());
    teller = new Teller(port, flight, log.follows());
    live = new LiveItems(protocol.horizon());
    readers = new Readers(live);
    baseline =
        new Baseline(
            start, start.plus(protocol.tuning()), live, Chance.of(settings.seed(), "replay/ties"));
    scores = new Scores(settings.resamples(), Chance.of(settings.seed(), "replay/bootstrap"));
  }

  /// Asks about the events of one instant, then tells them.
  void moment(List<LoggedEvent> events) {
    var at = events.getFirst().at();
    live.retire(at);
    var questions = readers.questions(events);
    var open = questions.stream().filter(question -> !question.events().isEmpty()).toList();
    if (!open.isEmpty() && told) {
      barrier(at);
    }
    teller.register(events, at);
    var asked = ask(open, at);
    score(asked, at);
    teller.publish(firsts(events, at), at);
    teller.engage(asked, questions, at);
    for (var event : events) {
      if (readers.tell(event)) {
        baseline.tell(live.numberOf(event.item()), at);
      }
    }
    told = true;
  }

  private void barrier(Instant at) {
    var summary = Flight.landed(port.barrier(at));
    models.addAll(summary.installed());
    alarms.addAll(summary.alarms());
    told = false;
    barriers++;
  }

  private List<Asked> ask(List<Question> open, Instant at) {
    var asked = new ArrayList<Asked>();
    flight.<Question, FeedPage>each(
        open,
        question ->
            port.feed(
                new FeedQuery(
                    question.reader(),
                    at,
                    Integer.MAX_VALUE,
                    Occasion.FIRST,
                    FeedQuery.Scope.ALL_LIVE,
                    Stretch.ALL)),
        (question, page) -> {
          var answers = question.answers();
          var served = Served.of(page, answers);
          transcript.add(question.reader(), at, page, answers, live.size());
          asked.add(new Asked(question, page.request(), served));
        });
    return asked;
  }

  private void score(List<Asked> asked, Instant at) {
    if (asked.isEmpty()) {
      return;
    }
    boolean counts = baseline.isTuned(at);
    var standing = counts ? baseline.standing(at) : null;
    var answers = new ArrayList<Integer>();
    for (var one : asked) {
      for (var item : one.question().answers()) {
        answers.add(live.numberOf(item));
        score(one, item, standing, at);
      }
    }
    if (!counts) {
      baseline.learn(answers, at);
    }
  }

  private void score(Asked one, ItemId item, @Nullable Standing standing, Instant at) {
    int candidates = live.size();
    var reader = one.question().reader();
    var served = one.served().answer(item, candidates);
    int popularityRank = 0;
    if (standing != null) {
      int number = live.numberOf(item);
      double smoothing = baseline.tuned().smoothing();
      var engaged = readers.engagedBy(reader);
      popularityRank = standing.rank(number);
      scores.add(
          reader,
          served,
          new Answer(candidates, popularityRank, standing.share(number, smoothing)),
          new Answer(
              candidates,
              standing.rankBefore(number, engaged),
              standing.shareBefore(number, smoothing, engaged)));
    }
    listener.answered(at, reader, item, served.rank(), popularityRank, candidates);
  }

  private List<LoggedEvent> firsts(List<LoggedEvent> events, Instant at) {
    return events.stream().filter(event -> live.add(event.item(), at)).toList();
  }

  /// Ends the replay.
  ReplayReport report() {
    var events = log.events();
    if (told) {
      barrier(events.getLast().at());
    }
    var tuned = baseline.tuned();
    return new ReplayReport(
        ReplayReport.SCHEMA,
        log.name(),
        log.citation(),
        settings.seed(),
        settings.protocol(),
        log.reading(),
        events.getFirst().at(),
        events.getLast().at(),
        new ReplayReport.Counts(
            events.size(),
            readers.count(),
            live.count(),
            transcript.pages(),
            barriers,
            scores.questions(),
            scores.readers(),
            scores.candidates()),
        new ReplayReport.Tuned(tuned.popularity().halfLife(), tuned.smoothing(), tuned.questions()),
        scores.quality(),
        scores.gainOver(Scores.POPULARITY),
        scores.gainOver(Scores.ENGAGED_LAST),
        models,
        alarms,
        transcript.invariants(),
        transcript.digest());
  }
}
