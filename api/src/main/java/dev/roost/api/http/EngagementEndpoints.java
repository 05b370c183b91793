package dev.roost.api.http;

import akka.http.javadsl.model.HttpResponse;
import dev.roost.actors.node.FeedService;
import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.RequestId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// What readers did with what they were shown, in batches that cite the feed.
final class EngagementEndpoints {

  private static final RequestId NO_FEED = new RequestId(0);
  private static final int LAST_POSITION = 9_999;
  private static final int LONGEST_DWELL = (int) Duration.ofDays(1).toMillis();

  private final FeedService service;
  private final HttpSettings settings;
  private final HttpMetrics metrics;

  EngagementEndpoints(FeedService service, HttpSettings settings, HttpMetrics metrics) {
    this.service = service;
    this.settings = settings;
    this.metrics = metrics;
  }

  List<Endpoint> table() {
    return List.of(Endpoint.post("/v1/users/{user}/engagements", this::engage));
  }

  private CompletionStage<HttpResponse> engage(Call call) {
    var reader = call.user("user");
    var body = call.body(Incoming.Batch.class);
    var request = body.request() == null ? NO_FEED : Fields.request(body.request(), "/request");
    var engagements = engagements(Fields.required(body.engagements(), "/engagements"));
    return service
        .engage(reader, request, engagements, call.at(), call.keyHash())
        .thenApply(reply -> Replies.accepted(reply, reader, () -> noted(engagements)));
  }

  private HttpResponse noted(List<Engagement> engagements) {
    engagements.forEach(each -> metrics.engaged(each.kind()));
    return Answers.done();
  }

  private List<Engagement> engagements(List<Incoming.@Nullable Done> batch) {
    if (batch.isEmpty() || batch.size() > settings.maxBatch()) {
      throw Refusal.at(
          ProblemCode.OUT_OF_RANGE,
          "/engagements",
          "a batch has 1 to %d engagements: %d".formatted(settings.maxBatch(), batch.size()));
    }
    var engagements = new ArrayList<Engagement>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      var pointer = "/engagements/" + i;
      engagements.add(engagement(Fields.required(batch.get(i), pointer), pointer));
    }
    return engagements;
  }

  private static Engagement engagement(Incoming.Done done, String at) {
    var item = Fields.item(Fields.required(done.item(), at + "/item"), at + "/item");
    var kind =
        Fields.word(EngagementKind.class, Fields.required(done.kind(), at + "/kind"), at + "/kind");
    int position =
        done.position() == null
            ? -1
            : Fields.inRange(done.position(), 0, LAST_POSITION, at + "/position");
    if (done.dwellMillis() != null && kind != EngagementKind.VIEW) {
      throw Refusal.at(
          ProblemCode.INVALID_VALUE,
          at + "/dwellMillis",
          "only a view has a dwell time, not a " + Words.of(kind));
    }
    int dwell =
        done.dwellMillis() == null
            ? 0
            : Fields.inRange(done.dwellMillis(), 0, LONGEST_DWELL, at + "/dwellMillis");
    return new Engagement(item, kind, position, Duration.ofMillis(dwell));
  }
}
