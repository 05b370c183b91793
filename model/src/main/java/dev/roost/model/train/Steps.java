package dev.roost.model.train;

import java.util.concurrent.CancellationException;
import smile.util.IterativeAlgorithmController;

/// Counts the steps of one training and ends it when its listener says so.
final class Steps {

  private final TrainingProgress progress;
  private final int of;
  private int done;
  private boolean cancelled;

  /// Returns the count of a training of so many steps.
  Steps(TrainingProgress progress, int of) {
    this.progress = progress;
    this.of = of;
  }

  /// Counts steps.
  ///
  /// @throws CancellationException if the training shall end
  void did(int steps) {
    if (!goesOn(steps)) {
      throw new CancellationException("after %d of %d steps".formatted(done, of));
    }
  }

  private synchronized boolean goesOn(int steps) {
    done = Math.min(of, done + steps);
    cancelled = cancelled || !progress.goesOn(done, of);
    return !cancelled;
  }

  /// Returns what Smile tells of each tree, and by which it is stopped; `did(0)` after the fit
  /// tells whether it was.
  <T> IterativeAlgorithmController<T> trees() {
    return new IterativeAlgorithmController<>() {
      @Override
      public void submit(T status) {
        if (!goesOn(1)) {
          stop();
        }
      }
    };
  }
}
