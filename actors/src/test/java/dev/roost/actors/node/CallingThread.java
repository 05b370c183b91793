package dev.roost.actors.node;

import akka.dispatch.DispatcherPrerequisites;
import akka.dispatch.ExecutorServiceConfigurator;
import akka.dispatch.ExecutorServiceFactory;
import com.typesafe.config.Config;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// An executor that runs everything in the thread that calls it.
///
/// A native journal that is read while it is being closed aborts the whole JVM. It is closed by the
/// thread that starts to read it, so what reads in that thread has ended by then.
public final class CallingThread extends ExecutorServiceConfigurator {

  /// Returns what a dispatcher asks for by name.
  public CallingThread(Config config, DispatcherPrerequisites prerequisites) {
    super(config, prerequisites);
  }

  @Override
  public ExecutorServiceFactory createExecutorServiceFactory(String id, ThreadFactory threads) {
    return Caller::new;
  }

  private static final class Caller extends ThreadPoolExecutor {

    private Caller() {
      super(0, 1, 0, TimeUnit.SECONDS, new SynchronousQueue<>());
    }

    @Override
    public void execute(Runnable task) {
      task.run();
    }
  }
}
