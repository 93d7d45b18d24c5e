package io.github.gradsmith.processor.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.Activation;
import io.github.gradsmith.processor.generated.ForkedJvm;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Softmax over vectors: the numbers, its limits, and that nothing leaks in from the padding. */
class SimdSoftmaxTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final int PADDED = 48;

  @TempDir private static Path folder;

  private static final Map<Activation, SimdJvm> JVMS = new EnumMap<>(Activation.class);

  @BeforeAll
  static void compile() throws IOException {
    for (Activation last : List.of(Activation.SOFTMAX, Activation.LOG_SOFTMAX)) {
      Path own = Files.createDirectory(folder.resolve(last.name()));
      List<ActivationChoice> hidden = SimdCompanions.written(List.of("z"));
      JVMS.put(last, new SimdJvm(new SimdCompanions(hidden, last), own));
    }
  }

  static Stream<Arguments> settings() {
    return ForkedJvm.jdks().stream()
        .flatMap(
            jdk ->
                Stream.of(Precision.values())
                    .flatMap(
                        each ->
                            Stream.of(
                                Arguments.of(jdk, each, Activation.SOFTMAX),
                                Arguments.of(jdk, each, Activation.LOG_SOFTMAX))));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void isThatOfTheOutputsAlone(Path jdk, Precision precision, Activation last)
      throws IOException, InterruptedException {
    List<double[]> inputs = inputs();
    List<SimdRun.Call> calls = new ArrayList<>();
    boolean logarithm = last == Activation.LOG_SOFTMAX;
    String kernel = logarithm ? "logSoftmax" : "softmax";
    for (int size : SimdCompanions.SIZES) {
      for (double[] z : inputs) {
        for (double padding : new double[] {0, 1e30, INFINITY, Double.NaN}) {
          String type = "demo." + SimdCompanions.name(precision, size);
          double[] target = new double[PADDED];
          calls.add(new SimdRun.Call(type, kernel, padded(z, padding), target, z.length));
        }
      }
    }
    List<double[]> results = JVMS.get(last).run(jdk, calls);
    double tolerance = precision == Precision.FLOAT ? 4e-7 : 1e-15;
    for (int i = 0; i < calls.size(); i++) {
      int outputs = calls.get(i).n();
      double[] z = Arrays.copyOf(calls.get(i).first(), outputs);
      double[] expected = logarithm ? logSoftmax(z) : softmax(z);
      for (int j = 0; j < outputs; j++) {
        String place = "%s of %s in %s".formatted(j, Arrays.toString(z), calls.get(i).type());
        if (Double.isNaN(expected[j])) {
          assertThat(results.get(i)[j]).as(place).isNaN();
        } else {
          // A logarithm of a thousandth has digits before the point, a probability has none.
          double magnitude = Math.max(1, Math.abs(expected[j]));
          assertThat(results.get(i)[j])
              .as(place)
              .isCloseTo(expected[j], within(tolerance * magnitude));
        }
      }
    }
  }

  /** One to 47 outputs, and infinite ones and NaN at places of vectors and beyond. */
  private static List<double[]> inputs() {
    SplittableRandom random = new SplittableRandom(3);
    List<double[]> inputs = new ArrayList<>();
    for (int outputs : new int[] {1, 3, 8, 10, 15, 17, 47}) {
      double[] z = random.doubles(outputs, -9, 9).map(x -> (float) x).toArray();
      inputs.add(z);
      for (double special : new double[] {INFINITY, -INFINITY, Double.NaN, 1e30, -1e30}) {
        double[] first = z.clone();
        first[0] = special;
        inputs.add(first);
        double[] last = z.clone();
        last[outputs - 1] = special;
        inputs.add(last);
        double[] all = z.clone();
        Arrays.fill(all, special);
        inputs.add(all);
      }
    }
    return inputs;
  }

  private static double[] padded(double[] z, double padding) {
    double[] padded = Arrays.copyOf(z, PADDED);
    Arrays.fill(padded, z.length, PADDED, padding);
    return padded;
  }

  private static double[] logSoftmax(double[] z) {
    double max = Arrays.stream(z).reduce(-INFINITY, Math::max);
    double[] a = Arrays.stream(z).map(x -> x == max ? 0 : x - max).toArray();
    double sum = Arrays.stream(a).map(Math::exp).sum();
    return Arrays.stream(a).map(x -> x - Math.log(sum)).toArray();
  }

  /** By its definition; an infinite input shares all with its equals. */
  private static double[] softmax(double[] z) {
    double max = Arrays.stream(z).reduce(-INFINITY, Math::max);
    double[] a = Arrays.stream(z).map(x -> x == max ? 1 : Math.exp(x - max)).toArray();
    double sum = Arrays.stream(a).sum();
    return Arrays.stream(a).map(x -> x / sum).toArray();
  }
}
