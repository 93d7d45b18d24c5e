package io.github.gradsmith;

import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A network that answers while another one learns. The learner {@linkplain #publish publishes} a
 * copy of its network from time to time; threads that predict take the newest copy, and each of
 * their answers belongs to one copy alone.
 *
 * <pre>{@code
 * Published<IrisNet> served = Published.of(learner);       // copies the network
 * served.get().forward(flower, output);                    // any platform thread
 * Species s = served.with(net -> species(net, flower));    // any thread, virtual ones, too
 *
 * learner.train(flower, target, 0.01f);                    // the learner's thread
 * served.publish(learner);                                 // once in a while
 * }</pre>
 *
 * <h2>Threads</h2>
 *
 * <p>All methods may be called by any threads at the same time, if the network that is published
 * belongs to the calling thread meanwhile. What is published is a copy: to train on changes no
 * answer.
 *
 * <h2>Memory</h2>
 *
 * <p>A publication takes as much as {@link FloatPredictor#copy}. Each platform thread that called
 * {@link #get}, and each of the networks lent at the same time, keeps a replica with working memory
 * of its own, and by it the copy it last asked for. {@code get} allocates nothing if nothing was
 * published since the thread's last call.
 *
 * @param <N> the user's interface; networks and predictors of either precision
 */
public final class Published<N> {
  private final UnaryOperator<N> copy;
  private final UnaryOperator<N> replica;
  private final ThreadLocal<Reader<N>> own = new ThreadLocal<>();
  private final ConcurrentLinkedDeque<Reader<N>> free = new ConcurrentLinkedDeque<>();
  private final Semaphore lendings;

  /** A network that nobody changes. */
  private volatile N newest;

  private Published(N network, int lent, UnaryOperator<N> copy, UnaryOperator<N> replica) {
    Objects.requireNonNull(network, "network is null");
    if (lent < 1) {
      throw new IllegalArgumentException("lent is " + lent + ", expected at least 1");
    }
    this.copy = copy;
    this.replica = replica;
    lendings = new Semaphore(lent);
    for (int i = 0; i < lent; i++) {
      free.push(new Reader<>());
    }
    newest = copy.apply(network);
  }

  /** Publishes a copy of a network, and lends as many at a time as there are processors. */
  public static <N extends FloatPredictor> Published<N> of(N network) {
    return of(network, Runtime.getRuntime().availableProcessors());
  }

  /**
   * Publishes a copy of a network.
   *
   * @param lent networks that {@link #with} lends at the same time, at least 1
   * @throws IllegalArgumentException if it is less
   */
  public static <N extends FloatPredictor> Published<N> of(N network, int lent) {
    return new Published<>(network, lent, n -> same(n.copy()), n -> same(n.replica()));
  }

  /** Publishes a copy of a network, and lends as many at a time as there are processors. */
  public static <N extends DoublePredictor> Published<N> of(N network) {
    return of(network, Runtime.getRuntime().availableProcessors());
  }

  /**
   * Publishes a copy of a network.
   *
   * @param lent networks that {@link #with} lends at the same time, at least 1
   * @throws IllegalArgumentException if it is less
   */
  public static <N extends DoublePredictor> Published<N> of(N network, int lent) {
    return new Published<>(network, lent, n -> same(n.copy()), n -> same(n.replica()));
  }

  /** Copies and replicas are of the class of their origin, and so of its interface. */
  @SuppressWarnings("unchecked")
  private static <N> N same(Object ofSameClass) {
    return (N) ofSameClass;
  }

  /**
   * Makes a copy of a network the newest. Answers that have begun end with the copy before.
   *
   * @param network the learner's network, which nobody trains meanwhile
   */
  public void publish(N network) {
    newest = copy.apply(network);
  }

  /**
   * The calling thread's own replica of the newest copy. It may be used until the thread calls this
   * method again; it must be used by no other thread, and only to predict.
   *
   * @throws IllegalStateException if the calling thread is a virtual one: there may be millions of
   *     them, and {@link #with} lends them what they need
   */
  public N get() {
    Reader<N> reader = own.get();
    if (reader == null) {
      // The name is that of all virtual threads, by the contract of Thread.
      ThreadGroup group = Thread.currentThread().getThreadGroup();
      if (group != null && group.getName().equals("VirtualThreads")) {
        throw new IllegalStateException("virtual threads own no networks: call with(network -> …)");
      }
      reader = new Reader<>();
      own.set(reader);
    }
    return reader.read(newest, replica);
  }

  /**
   * Lends a replica of the newest copy to the calling thread, which may be a virtual one. Where all
   * are lent it waits, whatever interrupts it; so a use must not borrow once more.
   *
   * @param use what is done with the network, which must only predict and is given back then
   * @return its result
   */
  public <R> R with(Function<? super N, R> use) {
    lendings.acquireUninterruptibly();
    Reader<N> reader = free.pop();
    try {
      return use.apply(reader.read(newest, replica));
    } finally {
      free.push(reader);
      lendings.release();
    }
  }

  /** Working memory of one thread at a time. */
  private static final class Reader<N> {
    private N origin;
    private N network;

    N read(N newest, UnaryOperator<N> replica) {
      if (origin != newest) {
        network = replica.apply(newest);
        origin = newest;
      }
      return network;
    }
  }
}
