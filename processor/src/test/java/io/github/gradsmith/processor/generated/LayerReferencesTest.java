package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.ParameterTensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks of an enum against PyTorch: outputs, gradients and a training of thirty steps. */
@Tag("fast")
class LayerReferencesTest {
  private static final List<String> FILES =
      List.of(
          "chain-as-enum",
          "embedding",
          "layer-norm",
          "residual",
          "slice-hidden",
          "softmax-per-step",
          "wide-and-deep");

  private static CompiledNetworks networks;

  /**
   * A file and a precision.
   *
   * @param values tolerance of outputs and loss, relative to the largest
   * @param slopes that of gradients
   * @param ends that of what a training ends with
   */
  record Case(String file, String kind, double values, double slopes, double ends) {
    String network() {
      return kind + file.replace("-", "_");
    }

    ReferenceCase reference() {
      return new ReferenceCase("layers/" + file);
    }

    @Override
    public String toString() {
      return file + " " + kind;
    }
  }

  static List<Case> cases() {
    return FILES.stream()
        .flatMap(
            file ->
                Stream.of(
                    new Case(file, "DoubleNetwork", 1e-12, 1e-11, 1e-9),
                    new Case(file, "FloatNetwork", 1e-5, 1e-3, 5e-3)))
        .toList();
  }

  @BeforeAll
  static void compile() {
    CompiledNetworks.Builder builder = CompiledNetworks.builder();
    for (Case one : cases()) {
      ReferenceCase reference = one.reference();
      builder.source(
          one.network(),
          """
          package demo;

          import io.github.gradsmith.*;
          import io.github.gradsmith.layer.*;

          @Network(loss = Loss.%s)
          %s
          public interface %s extends %s {
            enum Layer { %s }
          }
          """
              .formatted(
                  reference.text("loss"),
                  reference.text("optimizer"),
                  one.network(),
                  one.kind(),
                  reference.text("layers")));
    }
    networks = builder.compile();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void outputsLossAndGradient(Case one) {
    ReferenceCase reference = one.reference();
    double[][] x = reference.rows("x");
    double[][] t = reference.rows("t");
    AnyNetwork network = started(one);

    double[] batch = flat(network.forward(x, 0, x.length));
    double[] single = flat(Arrays.stream(x).map(network::forward).toArray(double[][]::new));
    double[] gradient = new double[network.topology().parameterCount()];
    double loss = network.gradient(x, t, 0, x.length, gradient);

    assertThat(Deviation.relative(batch, reference.values("forward"))).isLessThan(one.values());
    assertThat(Deviation.relative(single, reference.values("forward"))).isLessThan(one.values());
    assertThat(Deviation.relative(new double[] {loss}, reference.values("loss0")))
        .isLessThan(one.values());
    for (ParameterTensor tensor : network.topology().parameters()) {
      int end = tensor.offset() + tensor.size();
      double[] own = Arrays.copyOfRange(gradient, tensor.offset(), end);
      assertThat(Deviation.relative(own, reference.values("grad." + tensor.name())))
          .as(tensor.name())
          .isLessThan(one.slopes());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void thirtySteps(Case one) {
    ReferenceCase reference = one.reference();
    double[][] x = reference.rows("x");
    double[][] t = reference.rows("t");
    int batch = reference.number("batch");
    AnyNetwork network = started(one);

    double[] losses = new double[reference.number("steps")];
    for (int i = 0; i < losses.length; i++) {
      int from = i * batch % x.length;
      double rate = Double.parseDouble(reference.text("lr"));
      losses[i] = network.train(x, t, from, from + batch, rate);
    }

    assertThat(losses).hasSize(30);
    assertThat(Deviation.relative(losses, reference.values("losses"))).isLessThan(one.ends());
    assertThat(Deviation.relative(network.parameters(), flat(network, reference, "final.")))
        .isLessThan(one.ends());
  }

  private static AnyNetwork started(Case one) {
    AnyNetwork network = networks.any(one.network(), 1);
    network.setParameters(flat(network, one.reference(), "init."));
    return network;
  }

  /** The tensors in the order of the topology. */
  private static double[] flat(AnyNetwork network, ReferenceCase reference, String prefix) {
    return network.topology().parameters().stream()
        .flatMapToDouble(tensor -> Arrays.stream(reference.values(prefix + tensor.name())))
        .toArray();
  }

  private static double[] flat(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }
}
