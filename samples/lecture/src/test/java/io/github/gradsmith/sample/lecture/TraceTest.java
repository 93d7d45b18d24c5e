package io.github.gradsmith.sample.lecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TraceTest {
  private final Trace trace = Trace.of(Example.network(), Example.input());

  @Test
  void theTableHoldsWhatOneComputesByHand() {
    // z₁(2) = 0.5 · 0.1 + 0.8 · 0.4 + 0.1 and z₂(2) = 0.5 · (−0.2) + 0.8 · 0.3 − 0.1
    assertThat(trace.z(2, 1)).isCloseTo(0.47, within(1e-15));
    assertThat(trace.z(2, 2)).isCloseTo(0.04, within(1e-15));
    double a1 = 1 / (1 + Math.exp(-0.47));
    double a2 = 1 / (1 + Math.exp(-0.04));
    assertThat(trace.a(2, 1)).isCloseTo(a1, within(1e-15));
    assertThat(trace.a(2, 2)).isCloseTo(a2, within(1e-15));
    assertThat(trace.z(3, 1)).isCloseTo(0.5 * a1 + 0.2 * a2 - 0.2, within(1e-15));
    assertThat(trace.z(3, 2)).isCloseTo(-0.3 * a1 + 0.6 * a2 + 0.1, within(1e-15));
  }

  @Test
  void theFirstLayerIsTheInput() {
    assertThat(trace.a(1, 1)).isEqualTo(0.5);
    assertThat(trace.a(1, 2)).isEqualTo(0.8);
  }

  @Test
  void theErrorsOfBothOutputsAddUpToTheLoss() {
    double[] t = Example.target();

    double loss = Example.network().loss(Example.input(), t);

    assertThat(trace.error(t, 1) + trace.error(t, 2)).isCloseTo(loss, within(1e-15));
  }
}
