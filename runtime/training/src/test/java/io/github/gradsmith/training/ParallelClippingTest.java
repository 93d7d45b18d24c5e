package io.github.gradsmith.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.DoubleParallelTrainer;
import io.github.gradsmith.DoubleRows;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatParallelTrainer;
import io.github.gradsmith.FloatRows;
import io.github.gradsmith.internal.math.SeededRandom;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Lines 3 and 6: with threads, clipping is that of the trainer. */
class ParallelClippingTest {
  private static final FloatRows TRAINING = Nets.rows(50, 1);
  private static final Fit FIT = Fit.epochs(4).batchSize(8).seed(5).learningRate(0.1);

  private static FloatRows weighted() {
    float[] weights = new float[50];
    for (int i = 0; i < 50; i++) {
      weights[i] = 0.5f + i % 3;
    }
    return TRAINING.weighted(weights);
  }

  private static int[] batch(int epoch, int from) {
    int[] order = new int[50];
    new SeededRandom(SeededRandom.derived(5, epoch)).shuffle(order);
    return Arrays.copyOfRange(order, from, Math.min(50, from + 8));
  }

  @Test
  void stepsHaveTheBitsOfTheTrainersClippedOnes() {
    for (FloatRows rows : List.of(TRAINING, weighted())) {
      for (OptionalDouble limit : List.of(OptionalDouble.of(0.05), OptionalDouble.empty())) {
        if (limit.isEmpty() && rows.weights().length == 0) {
          continue; // neither clipped nor weighted: that is another test's
        }
        double most = limit.orElse(Double.POSITIVE_INFINITY);
        Fit fit = limit.isPresent() ? FIT.clipNorm(most) : FIT;
        FloatNetwork expected = Nets.adam(3);
        double norm = trained(expected, rows, most);
        DoubleNetwork expectedDoubles = Nets.DOUBLES.get("Adam").apply(3);
        double doubleNorm = trained(expectedDoubles, Nets.doubles(rows), most);
        for (int threads = 1; threads <= 3; threads++) {
          FloatNetwork network = Nets.adam(3);
          History history = fit.threads(threads).run(network, rows);
          assertThat(Nets.parameters(network)).isEqualTo(Nets.parameters(expected));
          assertThat(history.gradientNorms()[3]).isEqualTo(norm);
          DoubleNetwork doubles = Nets.DOUBLES.get("Adam").apply(3);
          history = fit.threads(threads).run(doubles, Nets.doubles(rows));
          assertThat(Nets.parameters(doubles)).isEqualTo(Nets.parameters(expectedDoubles));
          assertThat(history.gradientNorms()[3]).isEqualTo(doubleNorm);
        }
      }
    }
  }

  /** Trains step by step; the norm of the last gradient. */
  private static double trained(FloatNetwork network, FloatRows rows, double limit) {
    try (FloatParallelTrainer trainer = new FloatParallelTrainer(network, 1)) {
      for (int epoch = 0; epoch < 4; epoch++) {
        for (int from = 0; from < 50; from += 8) {
          FloatRows b = rows.select(batch(epoch, from));
          if (b.weights().length == 0) {
            trainer.train(b.inputs(), b.targets(), 0, b.size(), 0.1f, limit);
          } else {
            trainer.train(b.inputs(), b.targets(), b.weights(), 0, b.size(), 0.1f, limit);
          }
        }
      }
      return trainer.gradientNorm();
    }
  }

  private static double trained(DoubleNetwork network, DoubleRows rows, double limit) {
    try (DoubleParallelTrainer trainer = new DoubleParallelTrainer(network, 1)) {
      for (int epoch = 0; epoch < 4; epoch++) {
        for (int from = 0; from < 50; from += 8) {
          DoubleRows b = rows.select(batch(epoch, from));
          if (b.weights().length == 0) {
            trainer.train(b.inputs(), b.targets(), 0, b.size(), 0.1, limit);
          } else {
            trainer.train(b.inputs(), b.targets(), b.weights(), 0, b.size(), 0.1, limit);
          }
        }
      }
      return trainer.gradientNorm();
    }
  }
}
