package io.github.gradsmith.sample.lecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CentralDifferenceTest {
  private final LectureNet network = Example.network();

  @Test
  void agreesWithBackpropagation() {
    double[] gradient = new double[12];
    double[][] inputs = {Example.input()};
    double[][] targets = {Example.target()};
    network.gradient(inputs, targets, 0, 1, gradient);

    assertThat(CentralDifference.gradient(network, inputs[0], targets[0]))
        .containsExactly(gradient, within(1e-10));
  }

  @Test
  void leavesTheNetworkAsItWas() {
    double[] before = new double[12];
    network.getParameters(before);

    CentralDifference.gradient(network, Example.input(), Example.target());

    double[] after = new double[12];
    network.getParameters(after);
    assertThat(after).isEqualTo(before);
  }
}
