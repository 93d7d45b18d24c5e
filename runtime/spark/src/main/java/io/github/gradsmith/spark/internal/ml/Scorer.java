package io.github.gradsmith.spark.internal.ml;

import io.github.gradsmith.spark.internal.net.Engine;
import java.io.Serializable;

/**
 * A network that travels to executors as a class name and its weights, and is made there once for
 * each task. On the driver each thread has its own.
 */
public final class Scorer implements Serializable {
  private static final long serialVersionUID = 1;

  private final String network;
  private final byte[] weights;
  private transient ThreadLocal<Engine> engines;

  /** A network and its weights as a file. */
  public Scorer(String network, byte[] weights) {
    this.network = network;
    this.weights = weights;
  }

  /** The calling thread's network. */
  public Engine engine() {
    return engines().get();
  }

  private synchronized ThreadLocal<Engine> engines() {
    if (engines == null) {
      engines = ThreadLocal.withInitial(() -> Engine.load(network, weights));
    }
    return engines;
  }

  /** The name of the network's interface. */
  public String network() {
    return network;
  }

  /** The weights as a file; not a copy. */
  public byte[] weights() {
    return weights;
  }
}
