package io.github.gradsmith.processor.random;

import java.util.Random;
import java.util.stream.IntStream;

/** Widths of layers: often where a rule of the processor ends or begins, and anything else. */
final class Widths {
  static final int LARGEST = 600;

  /** Where loop shapes, tiles, panels and their rests change; neighbours are drawn, too. */
  private static final int[] THRESHOLDS = {
    1, 3, 5, 8, 10, 16, 24, 32, 36, 48, 64, 72, 96, 100, 112, 128, 136, 143, 144, 176, 192, 200,
    216, 240, 256, 288, 512, 600
  };

  private final Random random;

  Widths(Random random) {
    this.random = random;
  }

  /** A width of at most {@code most}. */
  int draw(int most) {
    return switch (random.nextInt(5)) {
      case 0, 1 -> nearThreshold(most);
      case 2 -> 1 + random.nextInt(Math.min(most, 20));
      case 3 -> 1 + random.nextInt(Math.min(most, 150));
      default -> 1 + random.nextInt(most);
    };
  }

  private int nearThreshold(int most) {
    int[] fitting = IntStream.of(THRESHOLDS).filter(width -> width <= most).toArray();
    int width = fitting[random.nextInt(fitting.length)] + random.nextInt(3) - 1;
    return Math.max(1, Math.min(width, most));
  }
}
