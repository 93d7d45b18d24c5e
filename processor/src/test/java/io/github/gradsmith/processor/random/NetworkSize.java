package io.github.gradsmith.processor.random;

import java.util.Random;

/** How large a network is, so that many can be tried in bounded time: most are small. */
enum NetworkSize {
  SMALL(3_000, 400_000),
  MIDDLE(30_000, 1_000_000),

  /** With a layer beyond {@link #LARGE_LAYER}. */
  LARGE(60_000, 2_500_000);

  /** More weights than these, and a mini-batch goes through a layer in blocks. */
  static final int LARGE_LAYER = 65_536;

  private final int weights;
  private final long products;

  NetworkSize(int weights, long products) {
    this.weights = weights;
    this.products = products;
  }

  static NetworkSize draw(Random random) {
    int percent = random.nextInt(100);
    return percent < 50 ? SMALL : percent < 90 ? MIDDLE : LARGE;
  }

  /** The most weights of a layer of a network that has {@code depth} of them. */
  int mostWeights(int depth) {
    return Math.max(weights / depth, 600);
  }

  /** The most weights times rows of all mini-batches. */
  long mostProducts() {
    return products;
  }
}
