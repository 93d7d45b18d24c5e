package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.DoubleParallelTrainer;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatParallelTrainer;
import io.github.gradsmith.internal.math.SeededRandom;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated networks trained by several threads. */
@Isolated
class ParallelTrainerTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int ROWS = 300;

  /** Nanoseconds that the compiler has for the methods of a call. */
  private static final long PATIENCE = 10_000_000_000L;

  /** Mini-batches of usual sizes, not divisible by the slices, of a few samples and of one. */
  private static final List<Integer> BATCHES = List.of(256, 101, 64, 9, 8, 7, 3, 2, 1);

  /** Enough parameters for steps in the network's own order. */
  private static final String LAYERS = "layers = {301, 110, 12, 5}, activation = TANH";

  /** So few that the trainer copies. */
  private static final String FEW = "layers = {301, 30, 12, 5}, activation = TANH";

  private static final double[][] X = rows(301);
  private static final double[][] T = rows(5);

  /** Of each row; every third is left out. */
  private static final double[] W =
      IntStream.range(0, ROWS).mapToDouble(i -> i % 3 == 0 ? 0 : 0.25 + i % 7).toArray();

  private static CompiledNetworks networks;

  @BeforeAll
  static void compile() {
    CompiledNetworks.Builder builder = CompiledNetworks.builder();
    for (String name : optimizers()) {
      String annotation = OptimizerSetting.of(name).annotation();
      builder.add(name + "Float", "FloatNetwork", LAYERS, annotation);
      builder.add(name + "Double", "DoubleNetwork", LAYERS, annotation);
    }
    networks =
        builder
            .add("PlainFloat", "FloatNetwork", LAYERS)
            .add("FewFloat", "FloatNetwork", FEW, "@Adam")
            .add("FewDouble", "DoubleNetwork", FEW)
            .compile();
  }

  static List<String> optimizers() {
    return OptimizerSetting.namesOfKinds();
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void theBitsDoNotDependOnTheNumberOfThreads(String optimizer) {
    float[] floats = trainedFloats(optimizer, 1);
    double[] doubles = trainedDoubles(optimizer, 1);
    for (int threads : List.of(2, 3, 8)) {
      assertThat(trainedFloats(optimizer, threads)).isEqualTo(floats);
      assertThat(trainedDoubles(optimizer, threads)).isEqualTo(doubles);
    }
  }

  /** The losses of all steps, then the parameters. */
  private static float[] trainedFloats(String optimizer, int threads) {
    FloatNetwork network = networks.floats(optimizer + "Float", 1);
    float[] results = new float[network.parameterCount() + 6 * BATCHES.size()];
    float rate = (float) OptimizerSetting.of(optimizer).rate();
    float[][] x = FloatsAsDoubles.rounded(X);
    float[][] t = FloatsAsDoubles.rounded(T);
    float[] w = FloatsAsDoubles.rounded(new double[][] {W})[0];
    float[] parameters = new float[network.parameterCount()];
    int at = 0;
    try (FloatParallelTrainer trainer = new FloatParallelTrainer(network, threads)) {
      for (int n : BATCHES) {
        results[at++] = trainer.train(x, t, 7, 7 + n, rate);
        results[at++] = trainer.train(x, t, 300 - n, 300, rate);
        results[at++] = trainer.loss(x, t, 5, 5 + n);
        results[at++] = trainer.train(x, t, w, 298 - n, 300, rate, 0.5);
        results[at++] = (float) trainer.gradientNorm();
        results[at++] = trainer.loss(x, t, w, 298 - n, 300);
      }
    }
    network.getParameters(parameters);
    System.arraycopy(parameters, 0, results, at, parameters.length);
    return results;
  }

  private static double[] trainedDoubles(String optimizer, int threads) {
    DoubleNetwork network = networks.doubles(optimizer + "Double", 1);
    double[] results = new double[network.parameterCount() + 6 * BATCHES.size()];
    double rate = OptimizerSetting.of(optimizer).rate();
    double[] parameters = new double[network.parameterCount()];
    int at = 0;
    try (DoubleParallelTrainer trainer = new DoubleParallelTrainer(network, threads)) {
      for (int n : BATCHES) {
        results[at++] = trainer.train(X, T, 7, 7 + n, rate);
        results[at++] = trainer.train(X, T, 300 - n, 300, rate);
        results[at++] = trainer.loss(X, T, 5, 5 + n);
        results[at++] = trainer.train(X, T, W, 298 - n, 300, rate, 0.5);
        results[at++] = trainer.gradientNorm();
        results[at++] = trainer.loss(X, T, W, 298 - n, 300);
      }
    }
    network.getParameters(parameters);
    System.arraycopy(parameters, 0, results, at, parameters.length);
    return results;
  }

  /** Slices of different sizes count by their samples. */
  @ParameterizedTest
  @MethodSource("optimizers")
  void trainsAsTheNetworkDoesToRounding(String optimizer) {
    DoubleNetwork alone = networks.doubles(optimizer + "Double", 1);
    double rate = OptimizerSetting.of(optimizer).rate();
    for (int slices : List.of(1, 2, 5, 8, 19)) {
      DoubleNetwork network = networks.doubles(optimizer + "Double", 1);
      alone.setParameters(parameters(network));
      alone.resetOptimizer();
      try (DoubleParallelTrainer trainer = new DoubleParallelTrainer(network, 2, slices)) {
        for (int n : BATCHES) {
          assertThat(trainer.loss(X, T, 0, n)).isCloseTo(alone.loss(X, T, 0, n), within(1e-9));
          assertThat(trainer.train(X, T, 0, n, rate))
              .isCloseTo(alone.train(X, T, 0, n, rate), within(1e-9));
        }
      }
      assertThat(parameters(network)).containsExactly(parameters(alone), within(1e-8));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PlainFloat", "FewFloat"})
  void floatsTrainAsTheNetworkDoesToRounding(String name) {
    FloatNetwork alone = networks.floats(name, 1);
    FloatNetwork network = networks.floats(name, 1);
    float[][] x = FloatsAsDoubles.rounded(X);
    float[][] t = FloatsAsDoubles.rounded(T);
    try (FloatParallelTrainer trainer = new FloatParallelTrainer(network, 2)) {
      for (int n : BATCHES) {
        assertThat(trainer.train(x, t, 0, n, 0.1f))
            .isCloseTo(alone.train(x, t, 0, n, 0.1f), within(1e-5f));
      }
    }
    float[] expected = new float[alone.parameterCount()];
    float[] actual = new float[alone.parameterCount()];
    alone.getParameters(expected);
    network.getParameters(actual);
    assertThat(actual).containsExactly(expected, within(1e-5f));
  }

  /** Of rows with weights: in the network's own order, and of a network that is copied. */
  @ParameterizedTest
  @ValueSource(strings = {"Sgd0Double", "FewDouble"})
  void weightedRowsCountByTheirWeights(String name) {
    DoubleNetwork alone = networks.doubles(name, 1);
    DoubleNetwork network = networks.doubles(name, 1);
    double[] expected = new double[network.parameterCount()];
    double[] gradient = new double[network.parameterCount()];
    for (int slices : List.of(1, 4, 19)) {
      try (DoubleParallelTrainer trainer = new DoubleParallelTrainer(network, 2, slices)) {
        for (int n : BATCHES.subList(0, 7)) {
          double loss = alone.gradient(X, T, W, 1, 1 + n, expected);
          assertThat(trainer.loss(X, T, W, 1, 1 + n)).isCloseTo(loss, within(1e-12));
          assertThat(trainer.gradient(X, T, W, 1, 1 + n, gradient)).isCloseTo(loss, within(1e-12));
          assertThat(gradient).containsExactly(expected, within(1e-12));
          loss = alone.gradient(X, T, 1, 1 + n, expected);
          assertThat(trainer.gradient(X, T, 1, 1 + n, gradient)).isCloseTo(loss, within(1e-12));
          assertThat(gradient).containsExactly(expected, within(1e-12));
          alone.gradient(X, T, W, 1, 1 + n, expected);
          alone.update(expected, 0.1);
          trainer.train(X, T, W, 1, 1 + n, 0.1);
          assertThat(parameters(network)).containsExactly(parameters(alone), within(1e-10));
        }
      }
    }
  }

  /** Equal weights take the way without weights. */
  @Test
  void equalWeightsAreNone() {
    double[] equal = new double[ROWS];
    Arrays.fill(equal, 0.1);
    DoubleNetwork one = networks.doubles("Adam0Double", 1);
    DoubleNetwork other = networks.doubles("Adam0Double", 1);
    try (DoubleParallelTrainer first = new DoubleParallelTrainer(one, 2);
        DoubleParallelTrainer second = new DoubleParallelTrainer(other, 1)) {
      assertThat(first.train(X, T, equal, 3, 80, 0.1)).isEqualTo(second.train(X, T, 3, 80, 0.1));
      assertThat(first.loss(X, T, equal, 3, 80)).isEqualTo(second.loss(X, T, 3, 80));
    }
    assertThat(parameters(one)).isEqualTo(parameters(other));
  }

  /** PyTorch's factor, min(1, c / (N + 10⁻⁶)), on the gradient of the network alone. */
  @ParameterizedTest
  @ValueSource(strings = {"Sgd0Double", "FewDouble"})
  void gradientsAreClippedToANorm(String name) {
    DoubleNetwork alone = networks.doubles(name, 1);
    DoubleNetwork network = networks.doubles(name, 1);
    double[] gradient = new double[network.parameterCount()];
    try (DoubleParallelTrainer trainer = new DoubleParallelTrainer(network, 2)) {
      assertThat(trainer.gradientNorm()).isNaN();
      for (double share : new double[] {0.01, 0.99, 1.01, Double.POSITIVE_INFINITY}) {
        alone.gradient(X, T, 0, 101, gradient);
        double norm = Math.sqrt(Arrays.stream(gradient).map(g -> g * g).sum());
        double limit = share * norm;
        double factor = share > 1 ? 1 : limit / (norm + 1e-6);
        Arrays.setAll(gradient, i -> gradient[i] * factor);
        alone.update(gradient, 0.5);
        trainer.train(X, T, 0, 101, 0.5, limit);
        assertThat(trainer.gradientNorm()).isCloseTo(norm, within(1e-12 * norm));
        assertThat(parameters(network)).containsExactly(parameters(alone), within(1e-12));
      }
      trainer.train(X, T, 0, 101, 0.5);
      assertThat(trainer.gradientNorm()).isNaN();
    }
  }

  /** A limit that is never reached changes no bit. */
  @Test
  void anInfiniteLimitChangesNothing() {
    DoubleNetwork one = networks.doubles("Adam0Double", 1);
    DoubleNetwork other = networks.doubles("Adam0Double", 1);
    try (DoubleParallelTrainer first = new DoubleParallelTrainer(one, 2);
        DoubleParallelTrainer second = new DoubleParallelTrainer(other, 2)) {
      first.train(X, T, 0, 64, 0.1, Double.POSITIVE_INFINITY);
      second.train(X, T, 0, 64, 0.1);
    }
    assertThat(parameters(one)).isEqualTo(parameters(other));
  }

  static Stream<String> stepped() {
    return Stream.of("Sgd0", "Adam0");
  }

  /** Over the calling thread and the three others, as {@link AllocationTest} measures. */
  @ParameterizedTest
  @MethodSource("stepped")
  void stepsAllocateNothing(String optimizer) {
    float[][] x = FloatsAsDoubles.rounded(X);
    float[][] t = FloatsAsDoubles.rounded(T);
    float[] w = FloatsAsDoubles.rounded(new double[][] {W})[0];
    double[] g = new double[networks.doubles(optimizer + "Double", 1).parameterCount()];
    try (FloatParallelTrainer floats =
            new FloatParallelTrainer(networks.floats(optimizer + "Float", 1), 3);
        DoubleParallelTrainer doubles =
            new DoubleParallelTrainer(networks.doubles(optimizer + "Double", 1), 2)) {
      Map<String, Runnable> calls = new LinkedHashMap<>();
      for (int n : List.of(256, 10, 1)) {
        calls.put("float train " + n, () -> floats.train(x, t, 0, n, 1e-5f));
        calls.put("float loss " + n, () -> floats.loss(x, t, 0, n));
        calls.put("float clipped " + n, () -> floats.train(x, t, w, 0, n, 1e-5f, 0.1));
        calls.put("float weighted loss " + n, () -> floats.loss(x, t, w, 0, n));
        calls.put("double gradient " + n, () -> doubles.gradient(X, T, W, 0, n, g));
        calls.put("double train " + n, () -> doubles.train(X, T, 0, n, 1e-5));
        calls.put("double loss " + n, () -> doubles.loss(X, T, 0, n));
      }
      assertThat(team()).hasSize(4);
      calls.forEach((name, call) -> assertThat(allocated(call)).as(name).isZero());
    }
  }

  /** The least of several runs: until all is compiled the JVM allocates, SIMD kernels much. */
  private static long allocated(Runnable call) {
    long[] team = team();
    long least = Long.MAX_VALUE;
    long start = System.nanoTime();
    for (int run = 0; least > 0 && (run < 6 || System.nanoTime() - start < PATIENCE); run++) {
      long before = bytes(team);
      for (int i = 0; i < 300; i++) {
        call.run();
      }
      least = Math.min(least, bytes(team) - before);
    }
    return least;
  }

  private static long bytes(long[] team) {
    long sum = 0;
    for (long thread : team) { // one by one, as an array of results would be counted, too
      sum += THREADS.getThreadAllocatedBytes(thread);
    }
    return sum;
  }

  /** This thread and those of the trainers that are open. */
  private static long[] team() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t == Thread.currentThread() || t.getName().startsWith("gradsmith-"))
        .mapToLong(Thread::getId)
        .toArray();
  }

  @Test
  void everythingIsCheckedBeforeAnythingChanges() {
    FloatNetwork floats = networks.floats("Adam0Float", 1);
    DoubleNetwork doubles = networks.doubles("Adam0Double", 1);
    try (FloatParallelTrainer trainer = new FloatParallelTrainer(floats, 2);
        DoubleParallelTrainer twin = new DoubleParallelTrainer(doubles, 2)) {
      float[][] x = FloatsAsDoubles.rounded(X);
      float[][] t = FloatsAsDoubles.rounded(T);
      float[][] broken = x.clone();
      broken[17] = new float[300];
      float[] before = new float[floats.parameterCount()];
      floats.getParameters(before);

      sameRefusal(
          () -> trainer.train(broken, t, 0, 20, 1), () -> floats.train(broken, t, 0, 20, 1));
      sameRefusal(() -> trainer.train(x, broken, 0, 20, 1), () -> floats.loss(x, broken, 0, 20));
      sameRefusal(() -> trainer.train(null, t, 0, 1, 1), () -> floats.train(null, t, 0, 1, 1));
      sameRefusal(() -> trainer.train(x, t, 5, 5, 1), () -> floats.train(x, t, 5, 5, 1));
      sameRefusal(() -> trainer.train(x, t, 5, 301, 1), () -> floats.train(x, t, 5, 301, 1));
      sameRefusal(() -> trainer.loss(x, t, 5, 5), () -> floats.loss(x, t, 5, 5));
      sameRefusal(() -> twin.train(X, X, 0, 1, 1), () -> doubles.train(X, X, 0, 1, 1));
      sameRefusal(() -> twin.loss(X, T, 3, 2), () -> doubles.loss(X, T, 3, 2));
      for (float rate : new float[] {Float.NaN, 1 / 0f, -0.1f}) {
        sameRefusal(() -> trainer.train(x, t, 0, 20, rate), () -> floats.train(x, t, 0, 20, rate));
        sameRefusal(() -> twin.train(X, T, 0, 20, rate), () -> doubles.train(X, T, 0, 20, rate));
      }

      float[] w = new float[ROWS];
      float[] g = new float[floats.parameterCount()];
      sameRefusal(() -> trainer.train(x, t, w, 0, 20, 1), () -> floats.gradient(x, t, w, 0, 20, g));
      w[3] = -1;
      sameRefusal(
          () -> trainer.train(x, t, w, 0, 20, 1, 1), () -> floats.gradient(x, t, w, 0, 20, g));
      sameRefusal(() -> trainer.loss(x, t, w, 0, 20), () -> floats.loss(x, t, w, 0, 20));
      sameRefusal(
          () -> trainer.gradient(x, t, 0, 20, new float[3]),
          () -> floats.gradient(x, t, 0, 20, new float[3]));
      for (double limit : new double[] {0, -1, Double.NaN}) {
        assertThatThrownBy(() -> trainer.train(x, t, 0, 20, 1, limit))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("clipNorm is " + limit + ", expected more than 0");
      }

      float[] after = new float[floats.parameterCount()];
      floats.getParameters(after);
      assertThat(after).isEqualTo(before);
      assertThat(trainer.train(x, t, 0, 20, 0)).isPositive();
    }
  }

  private static void sameRefusal(Runnable trainer, Runnable network) {
    Throwable expected = catchThrowable(network::run);
    assertThatThrownBy(trainer::run).hasSameClassAs(expected).hasMessage(expected.getMessage());
  }

  private static double[] parameters(DoubleNetwork network) {
    double[] parameters = new double[network.parameterCount()];
    network.getParameters(parameters);
    return parameters;
  }

  private static double[][] rows(int width) {
    SeededRandom random = new SeededRandom(width);
    double[][] rows = new double[ROWS][width];
    for (double[] row : rows) {
      for (int i = 0; i < width; i++) {
        row[i] = random.nextDouble() - 0.3;
      }
    }
    return rows;
  }
}
