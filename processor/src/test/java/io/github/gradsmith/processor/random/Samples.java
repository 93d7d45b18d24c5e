package io.github.gradsmith.processor.random;

import io.github.gradsmith.Loss;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Rows of data with what the reference makes of them: exactly, and twice with random rounding. No
 * row leads any formula so near a kink that rounding would decide on the branch.
 */
final class Samples {
  /** More where they cost little: of a single number a few runs may happen to err little. */
  private static final int FEW_NOISY_RUNS = 3;

  private static final int NOISY_RUNS = 4;
  private static final long FEW_RUNS_FROM_PRODUCTS = 300_000;
  private static final int LEAST_ROWS = 8;
  private static final int MOST_DRAWS = 50;

  /** Rounding errors that a kink must be away. */
  private static final double MARGIN = 40;

  final double[][] x;
  final double[][] t;
  final Pass[] exact;
  final Pass[][] noisy;

  private final NetworkDescription network;
  private final Reference reference;
  private final Tolerance tolerance;
  private final Random random;

  Samples(NetworkDescription network, double[] parameters) {
    this.network = network;
    this.reference = Reference.of(network, parameters);
    this.tolerance = Tolerance.of(network);
    this.random = new Random(network.seed() ^ 0x5DEECE66DL);
    int rows = Math.max(LEAST_ROWS, network.rows());
    int runs = network.weights() * rows > FEW_RUNS_FROM_PRODUCTS ? FEW_NOISY_RUNS : NOISY_RUNS;
    x = new double[rows][];
    t = new double[rows][];
    exact = new Pass[rows];
    noisy = new Pass[rows][runs];
    for (int row = 0; row < rows; row++) {
      draw(row);
    }
  }

  private void draw(int row) {
    for (int draw = 0; draw < MOST_DRAWS; draw++) {
      x[row] = input();
      t[row] = target();
      if (run(row)) {
        return;
      }
    }
    if (row == 0) {
      throw new UnjudgeableException("no input keeps off the kinks of " + network);
    }
    x[row] = x[row - 1];
    t[row] = t[row - 1];
    exact[row] = exact[row - 1];
    noisy[row] = noisy[row - 1];
  }

  private boolean run(int row) {
    exact[row] = reference.pass(x[row], t[row], Arithmetic.exact());
    for (int run = 0; run < noisy[row].length; run++) {
      noisy[row][run] = reference.pass(x[row], t[row], tolerance.noisy(random.nextLong()));
    }
    return keepsOffKinks(exact[row], noisy[row]);
  }

  static boolean keepsOffKinks(Pass exact, Pass... noisy) {
    List<Double> distances = exact.kinks();
    for (int i = 0; i < distances.size(); i++) {
      double largest = 0;
      for (Pass run : noisy) {
        if (run.kinks().size() != distances.size()) {
          return false;
        }
        largest = Math.max(largest, Math.abs(run.kinks().get(i) - distances.get(i)));
      }
      if (Math.abs(distances.get(i)) < MARGIN * largest) {
        return false;
      }
    }
    return true;
  }

  private double[] input() {
    double[] row = new double[network.inputSize()];
    boolean allZero = network.inputs() == InputKind.SPARSE && random.nextInt(10) == 0;
    for (int i = 0; i < row.length; i++) {
      int categories = network.categories().getOrDefault(i, 0);
      if (categories > 0) {
        row[i] = random.nextInt(categories);
      } else if (!allZero) {
        row[i] = (float) network.inputs().draw(random);
      }
    }
    return row;
  }

  private double[] target() {
    double[] row = new double[network.outputSize()];
    Objective objective = network.objective();
    if (objective.is(Loss.CROSS_ENTROPY) && random.nextInt(3) > 0) {
      int step = network.outputStep();
      for (int from = 0; from < row.length; from += step) {
        row[from + random.nextInt(step)] = 1;
      }
      return row;
    }
    boolean probability = ReferenceNetwork.isCrossEntropy(objective);
    for (int j = 0; j < row.length; j++) {
      row[j] = (float) (probability ? random.nextDouble() : random.nextGaussian());
    }
    return row;
  }

  /** The mean gradient of a mini-batch with its tolerances. */
  Gradient gradient(Batch batch) {
    return gradient(IntStream.range(batch.from(), batch.to()).toArray());
  }

  /** The mean gradient of rows, of which some may be there several times. */
  Gradient gradient(int... rows) {
    double[] exactSum = new double[parameterCount()];
    int runs = noisy[0].length;
    double[][] noisySums = new double[runs][exactSum.length];
    double loss = 0;
    double[] losses = new double[runs];
    Arithmetic plain = Arithmetic.exact();
    Arithmetic[] rounding = new Arithmetic[runs];
    for (int run = 0; run < runs; run++) {
      rounding[run] = tolerance.noisy(random.nextLong());
    }
    for (int row : rows) {
      reference.addGradient(exact[row], exactSum, plain);
      loss += exact[row].loss();
      for (int run = 0; run < runs; run++) {
        reference.addGradient(noisy[row][run], noisySums[run], rounding[run]);
        losses[run] = rounding[run].rounded(losses[run] + noisy[row][run].loss());
      }
    }
    return Gradient.mean(
        reference.tensors(), tolerance, rows.length, loss, losses, exactSum, noisySums);
  }

  /** How far rounding may lead the loss of any row. */
  double lossTolerance() {
    double largest = 0;
    for (int row = 0; row < x.length; row++) {
      double[] losses = Arrays.stream(noisy[row]).mapToDouble(Pass::loss).toArray();
      largest = Math.max(largest, tolerance.of(exact[row].loss(), losses));
    }
    return largest;
  }

  /** How far rounding may lead what {@code part} takes of any row. */
  double tolerance(Function<Pass, double[]> part) {
    double largest = 0;
    for (int row = 0; row < x.length; row++) {
      double[][] runs = Arrays.stream(noisy[row]).map(part).toArray(double[][]::new);
      largest = Math.max(largest, tolerance.of(part.apply(exact[row]), runs));
    }
    return largest;
  }

  private int parameterCount() {
    return reference.parameterCount();
  }
}
