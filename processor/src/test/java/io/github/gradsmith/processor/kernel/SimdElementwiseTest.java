package io.github.gradsmith.processor.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.processor.generated.ForkedJvm;
import io.github.gradsmith.processor.kernel.simd.elementwise.SimdActivations;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.Precision;
import io.github.gradsmith.processor.plan.LayerPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every activation and slope over vectors of every size against its plain form, which is tested
 * against the truth elsewhere.
 */
class SimdElementwiseTest {
  /** Every operation of formulas, every function with and without a vector form. */
  private static final List<String> FORMULAS =
      List.of(
          "z * sigmoid(1.702 * z)",
          "0.5 * z * (1 + tanh(sqrt(2 / pi) * (z + 0.044715 * z^3)))",
          "z / sqrt(1 + z^2)",
          "(z + sqrt(z^2 + 4)) / 2",
          "1 / (1 + exp(-z))^2",
          "exp(z) / (exp(z) + exp(-z) + 1)",
          "tanh(z)^3",
          "log(exp(z) + exp(-z) + 2)",
          "softplus(2 * z) / 2",
          "log(1 + z^2)",
          "sqrt(log1p(z^2))",
          "sign(z) * log1p(abs(z))",
          "sign(z) * sqrt(abs(z))",
          "abs(z)^0.3 * z",
          "z^3 / (1 + abs(z)^3)",
          "z * exp(-abs(z))",
          "exp(-z^2)",
          "(1 + exp(-z))^-0.5",
          "expm1(z)",
          "log(z)",
          "log1p(z)",
          "z^5 - z^8",
          "z^20",
          "z^-3",
          "sinh(z)",
          "exp(sin(z))",
          "atan(z)",
          "z * erf(z)",
          "max(0.1 * z, z)",
          "min(max(z, 0), 6)",
          "z * max(0, min(1, z / 6 + 0.5))",
          "where(z >= 1, log(z), z - 1)",
          "where(z > 0.5, z - 0.5, where(z < -0.5, z + 0.5, 0))",
          "where(z < 1, 3, 2 - z)",
          "where(z <= 0, 2, 0.25)");

  private static final double[] SPECIAL = {
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    0.0,
    -0.0,
    1,
    -1,
    0.5,
    -0.5,
    3,
    -3,
    6,
    Float.MAX_VALUE,
    -Float.MAX_VALUE,
    1e30,
    -1e30,
    1e4,
    -1e4,
    1000,
    -1000,
    104,
    -104,
    89,
    88.5,
    -88.5,
    20.5,
    -20.5,
    Float.MIN_NORMAL,
    -Float.MIN_NORMAL,
    Float.MIN_VALUE,
    -Float.MIN_VALUE,
    1e-20
  };

  @TempDir private static Path folder;

  private static SimdCompanions companions;
  private static SimdJvm jvm;

  @BeforeAll
  static void compile() throws IOException {
    List<ActivationChoice> hidden = new ArrayList<>(SimdCompanions.toolbox());
    hidden.addAll(SimdCompanions.written(FORMULAS));
    companions = new SimdCompanions(hidden);
    jvm = new SimdJvm(companions, folder);
  }

  static Stream<Arguments> settings() {
    return ForkedJvm.jdks().stream()
        .flatMap(
            jdk ->
                Stream.of(Precision.values())
                    .flatMap(
                        precision ->
                            SimdCompanions.SIZES.stream()
                                .map(size -> Arguments.of(jdk, precision, size))));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void areAsInPlainJava(Path jdk, Precision precision, int size)
      throws IOException, InterruptedException {
    String type = "demo." + SimdCompanions.name(precision, size);
    double[] z = points(precision);
    Map<String, String> kernels = kernels(precision);
    Map<String, double[]> outputs = outputs(jdk, type, precision, z);
    List<SimdRun.Call> calls = new ArrayList<>();
    for (String kernel : kernels.keySet()) {
      double[] first = kernel.endsWith("Slope") ? deltas(z.length) : z;
      double[] second = outputs.getOrDefault(kernel, z);
      calls.add(new SimdRun.Call(type, kernel, first, second, first.length));
      calls.add(new SimdRun.Call(type, SimdCompanions.plain(kernel), first, second, first.length));
    }
    List<double[]> results = jvm.run(jdk, calls);
    List<String> faults = new ArrayList<>();
    int i = 0;
    for (Map.Entry<String, String> kernel : kernels.entrySet()) {
      double[] vector = results.get(i++);
      double[] plain = results.get(i++);
      for (int j = 0; j < z.length; j++) {
        if (!agree(vector[j], plain[j], z[j], precision)) {
          faults.add(
              "%s, %s at %s: %s instead of %s"
                  .formatted(kernel.getKey(), kernel.getValue(), z[j], vector[j], plain[j]));
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  /** Each kernel, and what it computes as the declaration has it. */
  private static Map<String, String> kernels(Precision precision) {
    Map<String, String> kernels = new LinkedHashMap<>();
    SimdActivations activations = companions.activations(precision);
    for (LayerPlan layer : companions.hidden(precision)) {
      String text = layer.model().activation().text();
      kernels.putIfAbsent(activations.activationOf(layer), text);
      activations.slopeOf(layer).ifPresent(name -> kernels.putIfAbsent(name, text));
    }
    return kernels;
  }

  /** The plain outputs, for the slopes that are in the output. */
  private static Map<String, double[]> outputs(
      Path jdk, String type, Precision precision, double[] z)
      throws IOException, InterruptedException {
    List<String> slopes = new ArrayList<>();
    List<SimdRun.Call> calls = new ArrayList<>();
    SimdActivations activations = companions.activations(precision);
    for (LayerPlan layer : companions.hidden(precision)) {
      if (activations.slopeOf(layer).isPresent() && layer.activation().slope().inOutput()) {
        slopes.add(activations.slopeOf(layer).get());
        String plain = SimdCompanions.plain(activations.activationOf(layer));
        calls.add(new SimdRun.Call(type, plain, z, z, z.length));
      }
    }
    List<double[]> results = jvm.run(jdk, calls);
    Map<String, double[]> outputs = new LinkedHashMap<>();
    for (int i = 0; i < slopes.size(); i++) {
      outputs.put(slopes.get(i), results.get(i));
    }
    return outputs;
  }

  /**
   * To 16 units in the last place of the value or, where the value is a small difference of larger
   * ones, of the argument up to 1; what is hardly a normal number may be 0 and the other way round.
   */
  private static boolean agree(double vector, double plain, double z, Precision precision) {
    if (Double.isNaN(plain) || Double.isInfinite(plain) || !Double.isFinite(vector)) {
      return Double.compare(vector, plain) == 0;
    }
    boolean isFloat = precision == Precision.FLOAT;
    double argument = Double.isNaN(z) ? 0 : Math.min(1, Math.abs(z));
    double scale = Math.max(Math.abs(plain), argument);
    double smallest = isFloat ? 2e-36 : 1e-304;
    return Math.abs(vector - plain) <= Math.max(scale * (isFloat ? 0x1p-20 : 0x1p-49), smallest);
  }

  /** Special ones and then random ones of all magnitudes; an odd number of vectors of any size. */
  private static double[] points(Precision precision) {
    SplittableRandom random = new SplittableRandom(11);
    boolean isFloat = precision == Precision.FLOAT;
    double[] special =
        isFloat
            ? SPECIAL
            : DoubleStream.concat(
                    Arrays.stream(SPECIAL),
                    DoubleStream.of(
                        Double.MAX_VALUE,
                        -Double.MAX_VALUE,
                        Double.MIN_NORMAL,
                        Double.MIN_VALUE,
                        -Double.MIN_VALUE,
                        709,
                        -709,
                        -746))
                .toArray();
    double[] z = Arrays.copyOf(special, 496);
    for (int i = special.length; i < z.length; i++) {
      z[i] =
          switch (i & 3) {
            case 0 -> Math.scalb(random.nextDouble(-2, 2), random.nextInt(-40, 4));
            case 1 -> random.nextDouble(-1, 1) * (isFloat ? 87 : 708);
            default -> random.nextDouble(-8, 8);
          };
    }
    if (isFloat) {
      Arrays.setAll(z, i -> (float) z[i]);
    }
    return z;
  }

  private static double[] deltas(int count) {
    SplittableRandom random = new SplittableRandom(13);
    return random.doubles(count, -1, 1).map(x -> (float) x).toArray();
  }
}
