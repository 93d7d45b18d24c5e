package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Generated networks beside what PyTorch computed in float64 from the same parameters. */
class ReferenceCasesTest {
  private static CompiledNetworks networks;

  @BeforeAll
  static void compile() {
    String lecture = "layers = {2, 2, 2}, activation = SIGMOID";
    String digits = "layers = {784, 30, 10}, activation = SIGMOID";
    networks =
        CompiledNetworks.builder()
            .add("LectureFloat", "FloatNetwork", lecture)
            .add("LectureDouble", "DoubleNetwork", lecture)
            .add("DigitsFloat", "FloatNetwork", digits)
            .add("DigitsDouble", "DoubleNetwork", digits)
            .compile();
  }

  @ParameterizedTest
  @CsvSource({
    "LectureDouble, lecture-2-2-2, 1e-13",
    "DigitsDouble, digits-784-30-10, 1e-13",
    "LectureFloat, lecture-2-2-2, 1e-5",
    "DigitsFloat, digits-784-30-10, 1e-5"
  })
  void forward(String name, String file, double tolerance) {
    ReferenceCase reference = new ReferenceCase(file);
    double[] expected = reference.values("forward");
    double[][] x = reference.rows("x");
    AnyNetwork network = started(name, reference);

    double[][] batch = network.forward(x, 0, x.length);
    double[][] single = Arrays.stream(x).map(network::forward).toArray(double[][]::new);

    assertThat(Deviation.relative(flat(batch), expected)).isLessThan(tolerance);
    assertThat(Deviation.relative(flat(single), expected)).isLessThan(tolerance);
  }

  @ParameterizedTest
  @CsvSource({
    "LectureDouble, lecture-2-2-2, 1e-12",
    "DigitsDouble, digits-784-30-10, 1e-12",
    "LectureFloat, lecture-2-2-2, 1e-5",
    "DigitsFloat, digits-784-30-10, 1e-5"
  })
  void lossAndGradient(String name, String file, double tolerance) {
    ReferenceCase reference = new ReferenceCase(file);
    double[][] x = reference.rows("x");
    double[][] t = reference.rows("t");
    double[] loss0 = reference.values("loss0");
    double[] expected = reference.flat("grad");
    AnyNetwork network = started(name, reference);

    double[] gradient = new double[expected.length];
    double loss = network.gradient(x, t, 0, x.length, gradient);

    assertThat(Deviation.relative(gradient, expected)).isLessThan(tolerance);
    assertThat(Deviation.relative(new double[] {loss}, loss0)).isLessThan(tolerance);
    assertThat(Deviation.relative(new double[] {network.loss(x, t, 0, x.length)}, loss0))
        .isLessThan(tolerance);
  }

  @ParameterizedTest
  @CsvSource({
    "LectureDouble, lecture-2-2-2, 1e-10",
    "DigitsDouble, digits-784-30-10, 1e-10",
    "LectureFloat, lecture-2-2-2, 1e-4",
    "DigitsFloat, digits-784-30-10, 1e-4"
  })
  void fiftyStepsOfTrain(String name, String file, double tolerance) {
    fiftySteps(name, file, tolerance, AnyNetwork::train);
  }

  @ParameterizedTest
  @CsvSource({
    "LectureDouble, lecture-2-2-2, 1e-10",
    "DigitsDouble, digits-784-30-10, 1e-10",
    "LectureFloat, lecture-2-2-2, 1e-4",
    "DigitsFloat, digits-784-30-10, 1e-4"
  })
  void fiftyStepsOfGradientAndUpdate(String name, String file, double tolerance) {
    fiftySteps(
        name,
        file,
        tolerance,
        (network, x, t, from, to, rate) -> {
          double[] gradient = new double[network.topology().parameterCount()];
          double loss = network.gradient(x, t, from, to, gradient);
          network.update(gradient, rate);
          return loss;
        });
  }

  private interface Step {
    double take(AnyNetwork network, double[][] x, double[][] t, int from, int to, double rate);
  }

  private static void fiftySteps(String name, String file, double tolerance, Step step) {
    ReferenceCase reference = new ReferenceCase(file);
    double[][] x = reference.rows("x");
    double[][] t = reference.rows("t");
    int batch = reference.number("batch");
    AnyNetwork network = started(name, reference);

    double[] losses = new double[reference.number("steps")];
    for (int i = 0; i < losses.length; i++) {
      int from = i * batch % x.length;
      losses[i] = step.take(network, x, t, from, from + batch, reference.learningRate());
    }

    assertThat(losses).hasSize(50);
    assertThat(Deviation.relative(losses, reference.values("losses"))).isLessThan(tolerance);
    assertThat(Deviation.relative(network.parameters(), reference.flat("final")))
        .isLessThan(tolerance);
  }

  /** The network with the parameters the case starts from. */
  private static AnyNetwork started(String name, ReferenceCase reference) {
    AnyNetwork network = networks.any(name, 1);
    network.setParameters(reference.flat("init"));
    return network;
  }

  private static double[] flat(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }
}
