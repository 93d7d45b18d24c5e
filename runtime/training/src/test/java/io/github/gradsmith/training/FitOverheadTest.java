package io.github.gradsmith.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatRows;
import io.github.gradsmith.internal.math.SeededRandom;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * What the loop costs over one that calls train and nothing else: epochs of 784-30-10 in batches of
 * 10, in pairs, the order within a pair changing. Time is that of the thread on a processor, so
 * that other programs matter less. It prints all numbers.
 */
@Tag("sweep")
@Isolated
class FitOverheadTest {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int ROWS = 10_000;
  private static final int PAIRS = 61;
  private static final int EPOCHS = 6;

  @Test
  void theLoopCostsAtMostThreePercent() {
    SplittableRandom random = new SplittableRandom(1);
    float[][] inputs = new float[ROWS][784];
    int[] labels = new int[ROWS];
    for (int i = 0; i < ROWS; i++) {
      labels[i] = random.nextInt(10);
      for (int j = 0; j < 784; j++) {
        inputs[i][j] = random.nextInt(5) == 0 ? random.nextFloat() : 0;
      }
    }
    FloatRows rows = FloatRows.ofClasses(inputs, labels, 10);
    Fit fit = Fit.epochs(EPOCHS).batchSize(10).learningRate(0.5);
    double[] ratios = new double[PAIRS];
    for (int pair = -3; pair < PAIRS; pair++) {
      boolean fitFirst = pair % 2 == 0;
      double first = fitFirst ? fitted(fit, rows) : bare(rows);
      double second = fitFirst ? bare(rows) : fitted(fit, rows);
      double ratio = fitFirst ? first / second : second / first;
      double whole = fitFirst ? first : second;
      System.out.printf(
          "fit %.2f ms, bare %.2f ms: %.4f%n", whole / 1e6, whole / ratio / 1e6, ratio);
      if (pair >= 0) {
        ratios[pair] = ratio;
      }
    }
    Arrays.sort(ratios);
    System.out.printf(
        "quartiles %.4f %.4f %.4f%n", ratios[PAIRS / 4], ratios[PAIRS / 2], ratios[3 * PAIRS / 4]);
    assertThat(ratios[PAIRS / 2]).isLessThanOrEqualTo(1.03);
  }

  private static double fitted(Fit fit, FloatRows rows) {
    FloatNetwork network = Nets.digits(1);
    long start = THREADS.getCurrentThreadCpuTime();
    fit.run(network, rows);
    return THREADS.getCurrentThreadCpuTime() - start;
  }

  /** The same steps on references that are reordered in place. */
  private static double bare(FloatRows rows) {
    FloatNetwork network = Nets.digits(1);
    float[][] inputs = new float[ROWS][];
    float[][] targets = new float[ROWS][];
    int[] order = new int[ROWS];
    long start = THREADS.getCurrentThreadCpuTime();
    for (int e = 0; e < EPOCHS; e++) {
      new SeededRandom(SeededRandom.derived(0, e)).shuffle(order);
      for (int i = 0; i < ROWS; i++) {
        inputs[i] = rows.inputs()[order[i]];
        targets[i] = rows.targets()[order[i]];
      }
      for (int from = 0; from < ROWS; from += 10) {
        network.train(inputs, targets, from, from + 10, 0.5f);
      }
    }
    return THREADS.getCurrentThreadCpuTime() - start;
  }
}
