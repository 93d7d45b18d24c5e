package io.github.gradsmith.processor.random;

import java.util.Random;

/** What kind of numbers a network is given. */
enum InputKind {
  /** Around 0, of size 1. */
  USUAL {
    @Override
    double draw(Random random) {
      return random.nextGaussian();
    }
  },

  /** Many zeros, as in pictures of digits. */
  SPARSE {
    @Override
    double draw(Random random) {
      return random.nextInt(4) == 0 ? random.nextDouble() : 0;
    }
  },

  /** Some a thousand times larger than others. */
  LARGE {
    @Override
    double draw(Random random) {
      return random.nextGaussian() * Math.pow(10, 4 * random.nextDouble() - 1);
    }
  };

  abstract double draw(Random random);
}
