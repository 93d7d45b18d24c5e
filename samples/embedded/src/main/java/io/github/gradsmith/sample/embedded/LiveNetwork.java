package io.github.gradsmith.sample.embedded;

import java.io.IOException;
import java.io.InputStream;

/**
 * The network that requests are answered with, and its replacement while they run. One volatile
 * reference holds a whole generation of weights: a request takes it once and sees that generation
 * only, a swap waits for nobody. The old generation is garbage when the last request has let go.
 */
final class LiveNetwork {
  private volatile Generation current = new Generation(1, new DigitNetImpl());

  /** Each thread's own scratch, made anew when it first meets a generation. */
  private final ThreadLocal<Reader> readers = new ThreadLocal<>();

  /** This thread's reader, of the weights in use. */
  Reader reader() {
    Generation generation = current;
    Reader reader = readers.get();
    if (reader == null || reader.generation() != generation.number()) {
      reader = new Reader(generation.number(), generation.network().replica());
      readers.set(reader);
    }
    return reader;
  }

  /**
   * Takes a weight file for all requests from now on.
   *
   * @return the number of the new generation
   * @throws IOException if it is not one of this network; the weights in use then stay
   */
  synchronized int swap(InputStream weights) throws IOException {
    DigitNetImpl next = new DigitNetImpl();
    next.load(weights);
    int number = current.number() + 1;
    current = new Generation(number, next);
    return number;
  }

  /** Weights by the number of their swap; replicas share them, and nobody writes them again. */
  private record Generation(int number, DigitNetImpl network) {}
}
