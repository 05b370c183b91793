package dev.roost.api.http;

import akka.http.javadsl.model.HttpResponse;
import dev.roost.actors.node.FeedService;
import dev.roost.actors.registry.ModelRegistry;
import dev.roost.model.registry.Evidence;
import dev.roost.model.registry.ModelBook;
import dev.roost.model.registry.ModelVersion;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// The registry of models: what there is, why, and a person's word on what ranks.
final class ModelEndpoints {

  private final FeedService service;

  ModelEndpoints(FeedService service) {
    this.service = service;
  }

  List<Endpoint> table() {
    return List.of(
        Endpoint.get("/v1/models", Set.of(), _ -> all()),
        Endpoint.get("/v1/models/{version}", Set.of(), this::one),
        Endpoint.post("/v1/models/{version}/promotion", this::promote),
        Endpoint.post("/v1/models/{version}/rollback", this::rollBack));
  }

  private CompletionStage<HttpResponse> all() {
    return service.models().thenApply(answer -> Answers.ok(document(answer.book())));
  }

  private CompletionStage<HttpResponse> one(Call call) {
    return service
        .models()
        .thenApply(answer -> Answers.ok(document(known(answer.book(), call.text("version")))));
  }

  private CompletionStage<HttpResponse> promote(Call call) {
    call.body(Incoming.Nothing.class);
    var version = call.text("version");
    return service.promote(version, call.at()).thenApply(answer -> decided(answer, version));
  }

  private CompletionStage<HttpResponse> rollBack(Call call) {
    call.body(Incoming.Nothing.class);
    var version = call.text("version");
    return service.rollBack(version, call.at()).thenApply(answer -> decided(answer, version));
  }

  private static HttpResponse decided(ModelRegistry.Answer answer, String version) {
    var model = known(answer.book(), version);
    if (!answer.complaint().isEmpty()) {
      throw Refusal.of(ProblemCode.REFUSED, version + " " + answer.complaint());
    }
    return Answers.ok(document(model));
  }

  private static ModelVersion known(ModelBook book, String version) {
    return book.find(version)
        .orElseThrow(
            () ->
                Refusal.of(
                    ProblemCode.UNKNOWN_MODEL,
                    "there is no model of that version; GET /v1/models lists them"));
  }

  private static Outgoing.Models document(ModelBook book) {
    return new Outgoing.Models(
        orNull(book.champion()),
        orNull(book.predecessor()),
        orNull(book.challenger()),
        book.canaryShare(),
        book.offered(),
        book.versions().reversed().stream().map(ModelEndpoints::document).toList());
  }

  private static Outgoing.Model document(ModelVersion model) {
    var offer = model.offer();
    var origin = offer.provenance();
    var measured = offer.evaluation();
    return new Outgoing.Model(
        offer.version(),
        offer.hash(),
        Words.of(model.stage()),
        offer.cause(),
        new Outgoing.Provenance(
            origin.from().toString(),
            origin.until().toString(),
            origin.rows(),
            origin.positives(),
            origin.dataHash(),
            origin.options(),
            Long.toString(origin.seed()),
            origin.platform()),
        new Outgoing.Evaluation(
            measured.rows(),
            orNull(measured.auc()),
            orNull(measured.logLoss()),
            orNull(measured.normalisedEntropy()),
            orNull(measured.calibration())),
        model.steps().stream().map(ModelEndpoints::document).toList());
  }

  private static Outgoing.ModelStep document(ModelVersion.Step step) {
    return new Outgoing.ModelStep(
        Words.of(step.stage()), step.at().toString(), step.reason(), document(step.evidence()));
  }

  private static Outgoing.@Nullable Evidence document(Evidence evidence) {
    return evidence.measure() == Evidence.Measure.NONE
        ? null
        : new Outgoing.Evidence(
            Words.of(evidence.measure()),
            evidence.impressions(),
            evidence.readers(),
            evidence.otherImpressions(),
            evidence.otherReaders(),
            orNull(evidence.ours()),
            orNull(evidence.theirs()),
            orNull(evidence.worse()),
            orNull(evidence.worseLow()),
            orNull(evidence.worseHigh()));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static @Nullable Double orNull(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
