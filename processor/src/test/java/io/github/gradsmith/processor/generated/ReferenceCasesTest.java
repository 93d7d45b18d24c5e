package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Generated networks beside what PyTorch computed in float64 from the same parameters: every file
 * of the folder, the network read from its metadata.
 */
class ReferenceCasesTest {
  private static CompiledNetworks networks;

  /**
   * A file and a precision.
   *
   * @param file its name
   * @param values tolerance of outputs, loss and gradient, relative to the largest
   * @param ends tolerance of the parameters and losses of a training
   */
  record Case(String file, String kind, double values, double ends) {
    String network() {
      return kind + file.replace("-", "_");
    }

    @Override
    public String toString() {
      return file + " " + kind;
    }
  }

  static List<Case> cases() throws IOException {
    return ReferenceCase.names().stream()
        .flatMap(
            file ->
                Stream.of(
                    new Case(file, "DoubleNetwork", 1e-12, 1e-10),
                    new Case(file, "FloatNetwork", 1e-5, 1e-3)))
        .toList();
  }

  @BeforeAll
  static void compile() throws IOException {
    CompiledNetworks.Builder builder = CompiledNetworks.builder();
    for (Case one : cases()) {
      ReferenceCase reference = new ReferenceCase(one.file());
      builder.add(one.network(), one.kind(), reference.attributes(), reference.optimizer());
    }
    networks = builder.compile();
  }

  @Test
  void allFilesAreFound() throws IOException {
    assertThat(ReferenceCase.names())
        .contains(
            "lecture-2-2-2",
            "digits-784-30-10",
            "sigmoid-bce-rmsprop",
            "relu-softmax-adam",
            "tanh-linear-momentum");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void forward(Case one) {
    ReferenceCase reference = new ReferenceCase(one.file());
    double[] expected = reference.values("forward");
    double[][] x = reference.rows("x");
    AnyNetwork network = started(one, reference);

    double[][] batch = network.forward(x, 0, x.length);
    double[][] single = Arrays.stream(x).map(network::forward).toArray(double[][]::new);

    assertThat(Deviation.relative(flat(batch), expected)).isLessThan(one.values());
    assertThat(Deviation.relative(flat(single), expected)).isLessThan(one.values());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void lossAndGradient(Case one) {
    ReferenceCase reference = new ReferenceCase(one.file());
    double[][] x = reference.rows("x");
    double[][] t = reference.rows("t");
    double[] loss0 = reference.values("loss0");
    double[] expected = reference.flat("grad");
    AnyNetwork network = started(one, reference);

    double[] gradient = new double[expected.length];
    double loss = network.gradient(x, t, 0, x.length, gradient);

    assertThat(Deviation.relative(gradient, expected)).isLessThan(one.values());
    assertThat(Deviation.relative(new double[] {loss}, loss0)).isLessThan(one.values());
    assertThat(Deviation.relative(new double[] {network.loss(x, t, 0, x.length)}, loss0))
        .isLessThan(one.values());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void fiftyStepsOfTrain(Case one) {
    fiftySteps(one, AnyNetwork::train);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void fiftyStepsOfGradientAndUpdate(Case one) {
    fiftySteps(
        one,
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

  private static void fiftySteps(Case one, Step step) {
    ReferenceCase reference = new ReferenceCase(one.file());
    double[][] x = reference.rows("x");
    double[][] t = reference.rows("t");
    int batch = reference.number("batch");
    AnyNetwork network = started(one, reference);

    double[] losses = new double[reference.number("steps")];
    for (int i = 0; i < losses.length; i++) {
      int from = i * batch % x.length;
      losses[i] = step.take(network, x, t, from, from + batch, reference.learningRate());
    }

    assertThat(losses).hasSize(50);
    assertThat(Deviation.relative(losses, reference.values("losses"))).isLessThan(one.ends());
    assertThat(Deviation.relative(network.parameters(), reference.flat("final")))
        .isLessThan(one.ends());
  }

  /** The network with the parameters the case starts from. */
  private static AnyNetwork started(Case one, ReferenceCase reference) {
    AnyNetwork network = networks.any(one.network(), 1);
    network.setParameters(reference.flat("init"));
    return network;
  }

  private static double[] flat(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }
}
