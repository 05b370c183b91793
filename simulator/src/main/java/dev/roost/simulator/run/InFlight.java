package dev.roost.simulator.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Sends many requests, a bounded number at a time, and waits for all answers.
final class InFlight {

  private static final int PATIENCE_SECONDS = 600; // of the wall clock; an answer so late is lost

  private final int most;
  private final Semaphore free;

  InFlight(int most) {
    this.most = most;
    this.free = new Semaphore(most);
  }

  /// Sends requests `0` to `count - 1` in order and returns their answers in that order.
  ///
  /// @throws IllegalStateException if a request failed or was not answered; the message says which
  <T extends @Nullable Object> List<T> all(
      String what, int count, IntFunction<CompletionStage<T>> request) {
    var sent = new ArrayList<CompletableFuture<T>>(count);
    for (int i = 0; i < count; i++) {
      acquire(what);
      var answer = request.apply(i).toCompletableFuture();
      sent.add(answer.whenComplete((_, _) -> free.release()));
    }
    var answers = new ArrayList<T>(count);
    for (int i = 0; i < count; i++) {
      answers.add(await(what + " " + (i + 1) + " of " + count, sent.get(i)));
    }
    return answers;
  }

  /// Waits for one answer.
  static <T extends @Nullable Object> T await(String what, CompletionStage<T> answer) {
    try {
      return answer.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting: " + what, e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the recommender failed: " + what, e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("the recommender did not answer: " + what, e);
    }
  }

  private void acquire(String what) {
    try {
      if (!free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException(
            "the recommender answered none of %,d requests in flight: %s".formatted(most, what));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while sending: " + what, e);
    }
  }
}
