package dev.roost.api.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// A bar on standard error with the time left, drawn only for a person who watches.
interface ProgressLine extends AutoCloseable {

  /// Tells how much is done, of what was given at the start. May be called by several threads.
  void at(long done);

  @Override
  void close();

  /// Opens a bar of `most` steps, or one that draws nothing where nobody watches.
  static ProgressLine open(Console console, boolean json, String task, long most) {
    return json || !console.terminal() ? new Silent() : new Drawn(bar(task, most));
  }

  private static ProgressBar bar(String task, long most) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(most)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(200)
        .setConsumer(new ConsoleProgressBarConsumer(System.err, 80))
        .build();
  }

  /// Draws nothing.
  record Silent() implements ProgressLine {

    @Override
    public void at(long done) {}

    @Override
    public void close() {}
  }

  /// Draws.
  record Drawn(ProgressBar bar) implements ProgressLine {

    @Override
    public void at(long done) {
      bar.stepTo(done);
    }

    @Override
    public void close() {
      bar.close();
    }
  }
}
