package io.github.gradsmith.processor.random;

import io.github.gradsmith.processor.model.OptimizerChoice;
import java.util.List;
import java.util.Random;

/** How a random network steps, and what numbers it is given. */
final class RandomTraining {
  private final Random random;

  RandomTraining(Random random) {
    this.random = random;
  }

  OptimizerChoice optimizer() {
    return switch (random.nextInt(7)) {
      case 0 -> OptimizerChoice.PLAIN;
      case 1 -> new OptimizerChoice.Sgd(share(), false, decay());
      case 2 -> new OptimizerChoice.Sgd(share(), true, decay());
      case 3 -> new OptimizerChoice.RmsProp(share(), epsilon());
      case 4 -> new OptimizerChoice.Adam(share(), share(), epsilon());
      case 5 -> new OptimizerChoice.AdamW(share(), share(), epsilon(), decay());
      default -> new OptimizerChoice.Adagrad(epsilon());
    };
  }

  private double share() {
    return List.of(0.9, 0.99, 0.999, 0.5, 0.75, 0.1 + 0.8 * random.nextDouble())
        .get(random.nextInt(6));
  }

  private double decay() {
    return random.nextBoolean() ? 0 : 0.1 * random.nextDouble();
  }

  private double epsilon() {
    return Math.pow(10, -1 - random.nextInt(10));
  }

  InputKind inputs() {
    return switch (random.nextInt(8)) {
      case 0 -> InputKind.LARGE;
      case 1, 2, 3 -> InputKind.SPARSE;
      default -> InputKind.USUAL;
    };
  }
}
