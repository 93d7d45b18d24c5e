package io.github.gradsmith.processor.random;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Mini-batches around every tile and pass, as many and as large as time allows. */
final class RandomBatches {
  private static final int[] SIZES = {
    1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 99, 100, 101, 230, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15,
    16
  };

  private static final int COUNT = 3;

  /** Even of the largest network a mini-batch has a few rows. */
  private static final int LEAST_ROWS = 4;

  private final Random random;
  private final NetworkSize size;

  RandomBatches(Random random, NetworkSize size) {
    this.random = random;
    this.size = size;
  }

  /** The largest first. */
  List<Batch> draw(NetworkDescription network) {
    long rows = Math.max(LEAST_ROWS * 2, size.mostProducts() / network.weights());
    List<Batch> batches = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      int drawn = SIZES[random.nextInt(SIZES.length)];
      while (drawn > rows && drawn > LEAST_ROWS) {
        drawn = SIZES[random.nextInt(SIZES.length)];
      }
      if (drawn <= rows) {
        rows -= drawn;
        batches.add(new Batch(random.nextInt(4), drawn));
      }
    }
    batches.sort(Comparator.comparingInt(Batch::size).reversed());
    return batches;
  }
}
