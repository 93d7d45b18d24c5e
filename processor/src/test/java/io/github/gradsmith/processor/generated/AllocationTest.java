package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.DoublePredictor;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatPredictor;
import io.github.gradsmith.internal.math.SeededRandom;
import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The methods that promise to allocate nothing in the steady state, over 10,000 calls, fewer with
 * mini-batches, after a warm-up. Counted are the bytes that the calling thread allocates.
 */
@Isolated
class AllocationTest {
  private static final List<Integer> BATCHES = List.of(1, 10, 64, 1000);
  private static final int ROWS = 1000;
  private static final int CALLS = 10_000;

  /** Samples of all calls of a run: more would take minutes and show nothing else. */
  private static final int MOST_SAMPLES = 10_000;

  /** How long a call may take to reach its steady state. */
  private static final long MOST_WAIT = TimeUnit.SECONDS.toNanos(20);

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static CompiledNetworks networks;

  /** Where the results of calls go, so that no call is dead code. */
  private static double consumed;

  private static Object kept;

  /** What is left of the time to wait for calls that do not reach it. */
  private static long patience = TimeUnit.MINUTES.toNanos(2);

  @BeforeAll
  static void compile() {
    CompiledNetworks.Builder builder = CompiledNetworks.builder();
    for (String precision : List.of("Float", "Double")) {
      for (String kind : List.of("Network", "Predictor")) {
        String type = precision + kind;
        builder.add("Digit" + type, type, "layers = {784, 30, 10}, activation = SIGMOID");
        builder.add(
            "Class" + type,
            type,
            "layers = {20, 15, 4}, activation = {RELU, SOFTMAX}, loss = CROSS_ENTROPY");
        builder.add("Tiny" + type, type, "layers = {2, 3, 2}, activation = TANH");
      }
      for (Choices.Output output : outputs()) {
        int[] widths = IntStream.generate(() -> 3).limit(Choices.HIDDEN.size() + 2).toArray();
        builder.add(
            precision + output.activation() + output.loss(),
            precision + "Network",
            output.attributes(widths, Choices.HIDDEN));
      }
    }
    for (String precision : List.of("Float", "Double")) {
      for (String kind : List.of("Network", "Predictor")) {
        builder.source("Graph" + precision + kind, graph(precision + kind));
        builder.source("Wide" + precision + kind, wide(precision + kind));
      }
    }
    for (String name : optimizers()) {
      String attributes = "layers = {20, 15, 4}, activation = TANH";
      String annotation = OptimizerSetting.of(name).annotation();
      builder.add(name + "Float", "FloatNetwork", attributes, annotation);
      builder.add(name + "Double", "DoubleNetwork", attributes, annotation);
    }
    networks = builder.compile();
  }

  /** Looks its first values up, drops some, and makes rows normal. */
  private static String graph(String type) {
    return """
    package demo;

    import io.github.gradsmith.*;
    import io.github.gradsmith.layer.*;

    @Network
    public interface Graph%1$s extends %1$s {
      enum Layer {
        @Input({9}) IN,
        @Slice(begin = 0, end = 2) CODES,
        @Embedding(categories = 2, units = 5) WORDS,
        @Dropout(0.3) DROPPED,
        @LayerNorm NORM,
        @Flatten FLAT,
        @Normalization(from = "IN") SCALED,
        @Concat({"SCALED", "FLAT"}) ALL,
        @Dense(units = 7, activation = Activation.TANH) HIDDEN,
        @LayerNorm AGAIN,
        @Add({"AGAIN", "HIDDEN"}) SUM
      }
    }
    """
        .formatted(type);
  }

  /** All other kinds, and those with SIMD kernels as wide as these need. */
  private static String wide(String type) {
    return """
    package demo;

    import io.github.gradsmith.*;
    import io.github.gradsmith.layer.*;

    @Network
    public interface Wide%1$s extends %1$s {
      enum Layer {
        @Input({2, 40}) IN,
        @Dense(units = 40, activation = Activation.SILU) STEPS,
        @LayerNorm ROWS,
        @Transpose TURNED,
        @Elementwise(activation = Activation.TANH) BENT,
        @Flatten FLAT,
        @Dense(units = 75, activation = Activation.RELU) HIDDEN,
        @Dense(units = 75) GATE,
        @Multiply(value = {"HIDDEN", "GATE"}, activation = Activation.RELU) GATED,
        @Add(value = {"GATED", "HIDDEN"}, activation = Activation.GELU) SUM,
        @LayerNorm EVEN,
        @Dense(units = 3) OUT
      }
    }
    """
        .formatted(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Digit", "Class", "Tiny", "Graph", "Wide"})
  void floatsAllocateNothing(String name) {
    FloatNetwork network = networks.floats(name + "FloatNetwork", 1);
    Map<String, Call> calls = predictions(network);
    calls.putAll(training(network));
    assertNothingAllocated(calls);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Digit", "Class", "Tiny", "Graph", "Wide"})
  void doublesAllocateNothing(String name) {
    DoubleNetwork network = networks.doubles(name + "DoubleNetwork", 1);
    Map<String, Call> calls = predictions(network);
    calls.putAll(training(network));
    assertNothingAllocated(calls);
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void stepsOfOptimizersAllocateNothing(String name) {
    assertNothingAllocated(steps(training(networks.floats(name + "Float", 1))));
    assertNothingAllocated(steps(training(networks.doubles(name + "Double", 1))));
  }

  /** Without the calls that have nothing to do with the optimizer. */
  private static Map<String, Call> steps(Map<String, Call> training) {
    training.keySet().removeIf(name -> name.startsWith("loss") || name.startsWith("gradient"));
    return training;
  }

  static List<String> optimizers() {
    return OptimizerSetting.namesOfKinds();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Digit", "Class", "Tiny", "Graph", "Wide"})
  void predictorsAllocateNothing(String name) {
    assertNothingAllocated(
        predictions(networks.create(name + "FloatPredictor", 1, FloatPredictor.class)));
    assertNothingAllocated(
        predictions(networks.create(name + "DoublePredictor", 1, DoublePredictor.class)));
  }

  /** Every activation and every loss, each once at least. */
  static List<Choices.Output> outputs() {
    Set<Object> seen = new HashSet<>();
    return Choices.OUTPUTS.stream()
        .filter(output -> seen.add(output.activation()) | seen.add(output.loss()))
        .toList();
  }

  /**
   * Each output with its loss behind a layer of every hidden activation, too narrow for SIMD: what
   * those kernels allocate {@code SimdAllocationTest} sees.
   */
  @Tag("plain")
  @ParameterizedTest
  @MethodSource("outputs")
  void noActivationAndNoLossAllocates(Choices.Output output) {
    String name = output.activation() + "" + output.loss();
    FloatNetwork floats = networks.floats("Float" + name, 1);
    DoubleNetwork doubles = networks.doubles("Double" + name, 1);
    float[][] x = floats(10, 3);
    double[][] y = doubles(10, 3);

    assertThat(allocated(() -> consumed += floats.train(x, x, 0, 10, 1e-3f), 1000)).isZero();
    assertThat(allocated(() -> consumed += floats.loss(x[0], x[1]), 1000)).isZero();
    assertThat(allocated(() -> consumed += doubles.train(y, y, 0, 10, 1e-3), 1000)).isZero();
    assertThat(allocated(() -> consumed += doubles.loss(y[0], y[1]), 1000)).isZero();
  }

  /** The measure itself: 10,000 arrays of 8 bytes of content and 16 of header, and nothing. */
  @ParameterizedTest
  @CsvSource({"true, 240000", "false, 0"})
  void allocationsAreSeen(boolean allocating, long bytes) {
    Call call = allocating ? () -> kept = new byte[8] : () -> consumed++;
    assertThat(allocated(call, CALLS, MOST_WAIT / 20)).isEqualTo(bytes);
  }

  /** One method of a network with all its arguments. */
  private interface Call {
    void run();
  }

  private static Map<String, Call> predictions(FloatPredictor network) {
    float[][] x = floats(ROWS, network.inputSize());
    float[][] y = new float[ROWS][network.outputSize()];
    int[] widths = network.topology().widths();
    float[][] z = new float[widths.length][];
    float[][] a = new float[widths.length][];
    for (int l = 0; l < widths.length; l++) {
      z[l] = new float[widths[l]];
      a[l] = new float[widths[l]];
    }
    Map<String, Call> calls = new LinkedHashMap<>();
    calls.put("forward", () -> network.forward(x[0], y[0]));
    calls.put("classify", () -> consumed += network.classify(x[0]));
    calls.put("trace", () -> network.trace(x[0], z, a));
    BATCHES.forEach(n -> calls.put("forward of " + n, () -> network.forward(x, y, 0, n)));
    return calls;
  }

  private static Map<String, Call> training(FloatNetwork network) {
    float[][] x = floats(ROWS, network.inputSize());
    float[][] t = floats(ROWS, network.outputSize());
    float[] g = new float[network.parameterCount()];
    float[] w = floats(1, ROWS)[0];
    for (int i = 0; i < ROWS; i++) {
      w[i] = 1 + Math.abs(w[i]);
    }
    FloatNetwork other = network.copy();
    Map<String, Call> calls = new LinkedHashMap<>();
    calls.put("loss", () -> consumed += network.loss(x[0], t[0]));
    calls.put("train", () -> consumed += network.train(x[0], t[0], 1e-3f));
    for (int n : BATCHES) {
      calls.put("loss of " + n, () -> consumed += network.loss(x, t, 0, n));
      calls.put("train of " + n, () -> consumed += network.train(x, t, 0, n, 1e-3f));
      calls.put("gradient of " + n, () -> consumed += network.gradient(x, t, 0, n, g));
      calls.put("weighted loss of " + n, () -> consumed += network.loss(x, t, w, 0, n));
      calls.put("weighted gradient of " + n, () -> consumed += network.gradient(x, t, w, 0, n, g));
    }
    calls.put("update", () -> network.update(g, 1e-6f));
    calls.put("copyFrom", () -> network.copyFrom(other));
    calls.put("resetOptimizer", network::resetOptimizer);
    return calls;
  }

  private static Map<String, Call> predictions(DoublePredictor network) {
    double[][] x = doubles(ROWS, network.inputSize());
    double[][] y = new double[ROWS][network.outputSize()];
    int[] widths = network.topology().widths();
    double[][] z = new double[widths.length][];
    double[][] a = new double[widths.length][];
    for (int l = 0; l < widths.length; l++) {
      z[l] = new double[widths[l]];
      a[l] = new double[widths[l]];
    }
    Map<String, Call> calls = new LinkedHashMap<>();
    calls.put("forward", () -> network.forward(x[0], y[0]));
    calls.put("classify", () -> consumed += network.classify(x[0]));
    calls.put("trace", () -> network.trace(x[0], z, a));
    BATCHES.forEach(n -> calls.put("forward of " + n, () -> network.forward(x, y, 0, n)));
    return calls;
  }

  private static Map<String, Call> training(DoubleNetwork network) {
    double[][] x = doubles(ROWS, network.inputSize());
    double[][] t = doubles(ROWS, network.outputSize());
    double[] g = new double[network.parameterCount()];
    double[] w = doubles(1, ROWS)[0];
    for (int i = 0; i < ROWS; i++) {
      w[i] = 1 + Math.abs(w[i]);
    }
    DoubleNetwork other = network.copy();
    Map<String, Call> calls = new LinkedHashMap<>();
    calls.put("loss", () -> consumed += network.loss(x[0], t[0]));
    calls.put("train", () -> consumed += network.train(x[0], t[0], 1e-3));
    for (int n : BATCHES) {
      calls.put("loss of " + n, () -> consumed += network.loss(x, t, 0, n));
      calls.put("train of " + n, () -> consumed += network.train(x, t, 0, n, 1e-3));
      calls.put("gradient of " + n, () -> consumed += network.gradient(x, t, 0, n, g));
      calls.put("weighted loss of " + n, () -> consumed += network.loss(x, t, w, 0, n));
      calls.put("weighted gradient of " + n, () -> consumed += network.gradient(x, t, w, 0, n, g));
    }
    calls.put("update", () -> network.update(g, 1e-6));
    calls.put("copyFrom", () -> network.copyFrom(other));
    calls.put("resetOptimizer", network::resetOptimizer);
    return calls;
  }

  private static void assertNothingAllocated(Map<String, Call> calls) {
    Map<String, Long> bytes = new LinkedHashMap<>();
    calls.forEach((name, call) -> bytes.put(name, allocated(call, times(name))));
    assertThat(bytes).isNotEmpty().allSatisfy((name, allocated) -> assertThat(allocated).isZero());
  }

  private static int times(String name) {
    int of = name.lastIndexOf(" of ");
    int samples = of < 0 ? 1 : Integer.parseInt(name.substring(of + " of ".length()));
    return Math.min(CALLS, MOST_SAMPLES / samples);
  }

  /**
   * Bytes that this thread allocates in so many calls, after a tenth as many to warm up. The JVM
   * may allocate a few bytes itself when compiled code takes over, once, and SIMD kernels allocate
   * until they are compiled, which a busy machine puts off: so the steady state is reached when
   * such a run allocates nothing, and not reached if none does in twenty seconds. All calls
   * together are waited for two minutes at most, so that kernels that do allocate do not cost half
   * an hour.
   */
  private static long allocated(Call call, int times) {
    long begin = System.nanoTime();
    long bytes = allocated(call, times, Math.min(MOST_WAIT, patience));
    if (bytes > 0) {
      patience -= System.nanoTime() - begin;
    }
    return bytes;
  }

  private static long allocated(Call call, int times, long wait) {
    repeat(call, times / 10);
    long least = Long.MAX_VALUE;
    long begin = System.nanoTime();
    do {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      repeat(call, times);
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    } while (least > 0 && System.nanoTime() - begin < wait);
    return least;
  }

  private static void repeat(Call call, int times) {
    for (int i = 0; i < times; i++) {
      call.run();
    }
  }

  private static float[][] floats(int rows, int width) {
    double[][] values = doubles(rows, width);
    float[][] rounded = new float[rows][width];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < width; j++) {
        rounded[i][j] = (float) values[i][j];
      }
    }
    return rounded;
  }

  /** From 0 to 1; the first two are one of them, as those of a graph are looked up. */
  private static double[][] doubles(int rows, int width) {
    SeededRandom random = new SeededRandom(7);
    double[][] values = new double[rows][width];
    for (double[] row : values) {
      for (int j = 0; j < width; j++) {
        double value = random.nextDouble();
        row[j] = j < 2 ? Math.rint(value) : value;
      }
    }
    return values;
  }
}
