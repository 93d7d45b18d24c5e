package io.github.gradsmith.internal.parallel;

import java.lang.reflect.UndeclaredThrowableException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The calling thread and daemon threads beside it, which share the parts of a work. Who takes which
 * part is left to chance. Running a work allocates nothing.
 *
 * <p>What the caller wrote before {@link #run} is visible to every part, and what parts wrote is
 * visible to the caller after it.
 */
public final class ThreadTeam implements AutoCloseable {
  /** Something that consists of parts, each done once by any member. */
  public interface Work {
    /**
     * Does one part.
     *
     * @param member who does it: 0 is the caller
     * @param part from 0 to the number of parts
     */
    void run(int member, int part);
  }

  /**
   * Looks at a counter before a thread parks, some 80 µs on Zen 5: about what it costs to park and
   * to be woken, so that waiting costs twice the least at most.
   */
  private static final int SPINS = Runtime.getRuntime().availableProcessors() > 1 ? 4000 : 0;

  private final Thread[] workers;
  private final AtomicInteger unclaimed = new AtomicInteger();
  private final AtomicInteger unfinished = new AtomicInteger();
  private Work work;
  private Thread caller;
  private int failedPart;
  private Throwable failure;
  private volatile boolean closed;

  /**
   * Demands at least 1.
   *
   * @throws IllegalArgumentException if it is less
   */
  public static void requirePositive(int number, String name) {
    if (number < 1) {
      throw new IllegalArgumentException(name + " is " + number + ", expected at least 1");
    }
  }

  /** Starts {@code members − 1} threads. */
  public ThreadTeam(int members) {
    workers = new Thread[members - 1];
    try {
      for (int i = 0; i < workers.length; i++) {
        int member = i + 1;
        Thread thread = new Thread(null, () -> serve(member), "gradsmith-" + member, 0, false);
        thread.setDaemon(true);
        thread.start();
        workers[i] = thread;
      }
    } catch (Throwable e) { // an OutOfMemoryError, if the system has no threads left
      close();
      throw e;
    }
  }

  /**
   * Has all parts done, and returns when they are. If parts fail, the others are done all the same,
   * and what the first of them in order threw is thrown here. An interrupt does not end the wait;
   * the caller's status is as it was or as it came meanwhile.
   *
   * @param parts at least 1
   */
  public void run(Work work, int parts) {
    this.work = work;
    caller = Thread.currentThread();
    unfinished.set(parts);
    unclaimed.set(parts); // publishes all above
    for (int i = 0; i < Math.min(workers.length, parts - 1); i++) {
      LockSupport.unpark(workers[i]);
    }
    takeParts(0);
    awaitOthers();
    throwFailure();
  }

  /** Ends the threads and waits until they are gone; not while a work runs. */
  @Override
  public void close() {
    closed = true;
    boolean interrupted = false;
    for (Thread worker : workers) {
      LockSupport.unpark(worker);
      while (worker != null && worker.isAlive()) {
        try {
          worker.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(int member) {
    while (!closed) {
      takeParts(member);
      for (int i = 0; i < SPINS && unclaimed.get() == 0; i++) {
        Thread.onSpinWait();
      }
      while (unclaimed.get() == 0 && !closed) {
        LockSupport.park(this);
        Thread.interrupted(); // would keep park from waiting
      }
    }
  }

  /** A part that is claimed keeps its work from ending, and so from being replaced. */
  private void takeParts(int member) {
    for (int left = unclaimed.get(); left > 0; left = unclaimed.get()) {
      if (unclaimed.compareAndSet(left, left - 1)) {
        perform(member, left - 1);
      }
    }
  }

  private void perform(int member, int part) {
    Thread waiting = caller;
    try {
      work.run(member, part);
    } catch (Throwable e) {
      note(part, e);
    }
    if (unfinished.decrementAndGet() == 0 && member > 0) {
      LockSupport.unpark(waiting);
    }
  }

  private void awaitOthers() {
    for (int i = 0; i < SPINS && unfinished.get() > 0; i++) {
      Thread.onSpinWait();
    }
    boolean interrupted = false;
    while (unfinished.get() > 0) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void note(int part, Throwable thrown) {
    if (failure == null || part < failedPart) {
      failedPart = part;
      failure = thrown;
    }
  }

  private synchronized void throwFailure() {
    Throwable thrown = failure;
    failure = null;
    work = null;
    caller = null;
    if (thrown instanceof RuntimeException) {
      throw (RuntimeException) thrown;
    }
    if (thrown instanceof Error) {
      throw (Error) thrown;
    }
    if (thrown != null) {
      throw new UndeclaredThrowableException(thrown);
    }
  }
}
