package dev.roost.api.cli;

import dev.roost.model.train.TrainingProgress;
import org.jspecify.annotations.Nullable;

/// A bar of the steps of a training; ends it when the process is told to end.
final class TrainingLine implements TrainingProgress, AutoCloseable {

  private final Console console;
  private final boolean json;
  private final Thread onExit = new Thread(this::cancel);
  private @Nullable ProgressLine bar;
  private volatile boolean cancelled;

  TrainingLine(Console console, boolean json) {
    this.console = console;
    this.json = json;
    Runtime.getRuntime().addShutdownHook(onExit);
  }

  private void cancel() {
    cancelled = true;
  }

  @Override
  public synchronized boolean goesOn(int done, int of) {
    if (bar == null) {
      bar = ProgressLine.open(console, json, "Training", of);
    }
    bar.at(done);
    return !cancelled;
  }

  @Override
  public synchronized void close() {
    if (bar != null) {
      bar.close();
    }
    if (!cancelled) {
      Runtime.getRuntime().removeShutdownHook(onExit);
    }
  }
}
