package io.github.gradsmith.training.internal.fold;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Results of numbered tasks in the order of their numbers, whoever worked on them. */
public final class InOrder {
  private InOrder() {}

  /**
   * Runs tasks 0 to {@code count − 1}. What the first one throws, by number, is thrown; an
   * interrupt ends those that run, stays, and is a {@link CancellationException}.
   */
  public static <T> List<T> of(int count, int threads, IntFunction<T> task) {
    if (threads == 1) {
      List<T> results = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        requireUninterrupted();
        results.add(task.apply(i));
      }
      return results;
    }
    ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, count), InOrder::daemon);
    try {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int number = i;
        futures.add(pool.submit(() -> task.apply(number)));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(result(future));
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException exception) {
        throw exception;
      }
      throw (Error) e.getCause();
    }
  }

  private static void requireUninterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw interrupted();
    }
  }

  private static CancellationException interrupted() {
    return new CancellationException("interrupted before all folds were done");
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "gradsmith-fold");
    thread.setDaemon(true);
    return thread;
  }
}
