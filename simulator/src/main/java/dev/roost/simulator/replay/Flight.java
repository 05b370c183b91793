package dev.roost.simulator.replay;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// Calls to a recommender of which at most so many await an answer; the first failure ends it.
final class Flight {

  private final int most;

  Flight(int most) {
    this.most = most;
  }

  /// Makes a call for each input and hands over the answers, in the order of the inputs.
  <I, O> void each(
      Collection<I> inputs,
      Function<? super I, ? extends CompletionStage<O>> call,
      BiConsumer<? super I, ? super O> answered) {
    record Open<I, O>(I input, CompletionStage<O> stage) {}
    var open = new ArrayDeque<Open<I, O>>();
    for (I input : inputs) {
      if (open.size() == most) {
        var first = open.remove();
        answered.accept(first.input(), landed(first.stage()));
      }
      open.add(new Open<>(input, call.apply(input)));
    }
    for (var rest : open) {
      answered.accept(rest.input(), landed(rest.stage()));
    }
  }

  /// Makes a call for each input and waits for all of them.
  <I> void each(Collection<I> inputs, Function<? super I, CompletionStage<Void>> call) {
    each(inputs, call, (_, _) -> {});
  }

  /// Waits for an answer.
  ///
  /// @throws IllegalStateException if the recommender failed; its failure is the cause
  static <O> O landed(CompletionStage<O> stage) {
    try {
      return stage.toCompletableFuture().join();
    } catch (CompletionException e) {
      throw new IllegalStateException("the recommender failed: " + e.getCause(), e.getCause());
    }
  }
}
