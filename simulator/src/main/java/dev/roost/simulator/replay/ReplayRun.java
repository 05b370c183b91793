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
  private final Baselines baselines;
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
    baselines = new Baselines(start, protocol, live, readers, settings.seed());
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
      if (readers.isFirst(event)) {
        baselines.tell(event.user(), live.numberOf(event.item()), at);
        readers.tell(event);
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
    boolean tuned = !asked.isEmpty() && baselines.isTuned(at);
    for (var one : asked) {
      var reader = one.question().reader();
      var numbers = one.question().answers().stream().map(live::numberOf).toList();
      if (tuned) {
        score(one, baselines.answers(reader, numbers, at), at);
      } else {
        baselines.learn(reader, numbers, at);
        one.question().answers().forEach(item -> answered(one, item, List.of(), at));
      }
    }
  }

  private void score(Asked one, List<List<Answer>> baselines, Instant at) {
    var items = one.question().answers();
    for (int i = 0; i < items.size(); i++) {
      var item = items.get(i);
      scores.add(one.question().reader(), one.served().answer(item, live.size()), baselines.get(i));
      answered(one, item, baselines.get(i).stream().map(Answer::rank).toList(), at);
    }
  }

  private void answered(Asked one, ItemId item, List<Integer> baselineRanks, Instant at) {
    int rank = one.served().answer(item, live.size()).rank();
    listener.answered(at, one.question().reader(), item, rank, baselineRanks, live.size());
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
    var tuned = baselines.tuned().popularity();
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
        baselines.mixes(),
        scores.quality(),
        scores.gainOver(Baselines.POPULARITY),
        scores.gainOver(Baselines.POPULARITY + Baselines.ENGAGED_LAST),
        scores.gainOverBest(Baselines.PLAIN),
        scores.gainOverBest(
            Baselines.PLAIN.stream().map(ranker -> ranker + Baselines.ENGAGED_LAST).toList()),
        models,
        alarms,
        transcript.invariants(),
        transcript.digest());
  }
}
