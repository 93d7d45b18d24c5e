package io.github.gradsmith.sample.mnist;

import java.util.concurrent.CountDownLatch;

/**
 * Ctrl-C as a request. The JVM answers SIGINT and SIGTERM by running its shutdown hooks and ends
 * when they return; ours returns when {@link #close} says that what was to be saved is saved.
 */
final class StopSignal implements AutoCloseable {
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::awaitClose, "save before exit");
  private volatile boolean requested;

  /** A signal that reacts to Ctrl-C until it is closed. */
  static StopSignal install() {
    StopSignal signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(signal.hook);
    return signal;
  }

  /** Asks to stop. */
  void request() {
    requested = true;
  }

  /** Whether to stop at the next opportunity. */
  boolean requested() {
    return requested;
  }

  private void awaitClose() {
    request();
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    if (!requested) {
      removeHook();
    }
  }

  private void removeHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is already going down; the hook has nothing left to wait for.
      request();
    }
  }
}
