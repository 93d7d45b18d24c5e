package io.github.gradsmith.sample.benchmarks.contender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The naive loops and the generated network do the same work, or no ratio means anything. */
class ContendersTest {
  private static final int CALLS = 12;

  private static void sameNumbers(Size size, Precision precision, double tolerance) {
    for (Task task : Task.values()) {
      Workload workload = new Workload(size, precision, task);
      Call naive = new Naive().prepare(workload).call();
      Call generated = new Generated(false).prepare(workload).call();
      double first = naive.run();
      assertThat(generated.run()).as("%s", workload).isCloseTo(first, within(tolerance));
      for (int k = 1; k < CALLS; k++) {
        assertThat(generated.run()).as("%s", workload).isCloseTo(naive.run(), within(tolerance));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Size.class,
      names = {"N2_2_1", "N16_16_4", "N64_64_64", "N784_30_10"})
  void naiveAndGeneratedAgreeInFloat(Size size) {
    sameNumbers(size, Precision.FLOAT, 1e-4);
  }

  @ParameterizedTest
  @EnumSource(
      value = Size.class,
      names = {"N2_2_1", "N16_16_4", "N64_64_64", "N784_30_10"})
  void naiveAndGeneratedAgreeInDouble(Size size) {
    sameNumbers(size, Precision.DOUBLE, 1e-11);
  }

  @ParameterizedTest
  @EnumSource(Size.class)
  void generatedNetworkHasTheSizeItIsNamedFor(Size size) {
    assertThat(FloatNets.create(size, 1).topology().widths()).containsExactly(size.layers());
    assertThat(DoubleNets.create(size, 1).topology().widths()).containsExactly(size.layers());
  }

  @ParameterizedTest
  @EnumSource(Task.class)
  void ringOfSamplesNeverEnds(Task task) {
    FloatSamples samples = new FloatSamples(2, 1);
    for (int k = 0; k < 3000; k++) {
      int from = samples.next(task.samples());
      assertThat(from).isBetween(0, samples.inputs.length - task.samples());
    }
  }
}
