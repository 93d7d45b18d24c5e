package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.DoubleNetwork;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the ways to train agree with one another. */
class TrainingTest {
  private static CompiledNetworks networks;

  @BeforeAll
  static void compile() {
    String attributes = "layers = {20, 12, 5}, activation = {TANH, SIGMOID}";
    networks =
        CompiledNetworks.builder()
            .add("Single", "FloatNetwork", attributes)
            .add("Twofold", "DoubleNetwork", attributes)
            .add("Packed", "FloatNetwork", "layers = {215, 7, 3}, activation = {TANH, SIGMOID}")
            .add("Blocked", "FloatNetwork", "layers = {262, 253, 3}, activation = {TANH, SIGMOID}")
            .compile();
  }

  @ParameterizedTest
  @CsvSource({
    "Single, 1, 1e-6",
    "Single, 7, 1e-6",
    "Single, 150, 1e-6",
    "Packed, 1, 1e-6",
    "Packed, 4, 1e-6",
    "Packed, 7, 1e-6",
    "Blocked, 1, 1e-6",
    "Blocked, 7, 1e-6",
    "Twofold, 1, 1e-14",
    "Twofold, 7, 1e-14",
    "Twofold, 150, 1e-14"
  })
  void trainIsGradientThenUpdate(String name, int batch, double tolerance) {
    AnyNetwork trained = networks.any(name, 1);
    AnyNetwork updated = networks.any(name, 1);
    Samples samples = Samples.of(trained, batch, 2);
    double[] before = trained.parameters();

    double loss = trained.train(samples.x, samples.t, 0, batch, 0.5);
    double[] gradient = new double[before.length];
    double sameLoss = updated.gradient(samples.x, samples.t, 0, batch, gradient);
    updated.update(gradient, 0.5);

    assertThat(loss).isCloseTo(sameLoss, within(tolerance));
    assertThat(Deviation.largest(trained.parameters(), updated.parameters())).isLessThan(tolerance);
    assertThat(Deviation.largest(trained.parameters(), before)).isGreaterThan(1e-3);
  }

  /** One sample alone is summed and added in other loops than several of them. */
  @ParameterizedTest
  @CsvSource({"Packed, 7, 1e-6", "Packed, 10, 1e-6", "Blocked, 7, 1e-6", "Blocked, 13, 1e-6"})
  void theGradientOfAMiniBatchIsTheMeanOfThoseOfItsSamples(
      String name, int batch, double tolerance) {
    AnyNetwork network = networks.any(name, 1);
    Samples samples = Samples.of(network, batch, 2);
    double[] mean = new double[network.parameters().length];
    double[] gradient = new double[mean.length];
    for (int s = 0; s < batch; s++) {
      network.gradient(samples.x, samples.t, s, s + 1, gradient);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += gradient[i] / batch;
      }
    }

    network.gradient(samples.x, samples.t, 0, batch, gradient);

    assertThat(Deviation.largest(gradient, mean)).isLessThan(tolerance);
    assertThat(Deviation.largest(gradient, new double[mean.length])).isGreaterThan(1e-3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 5, 8})
  void aStepHasTheSameBitsWhateverRanBefore(int batch) {
    AnyNetwork alone = networks.any("Packed", 1);
    AnyNetwork watched = networks.any("Packed", 1);
    Samples samples = Samples.of(alone, batch, 2);

    for (int step = 0; step < 3; step++) {
      watched.loss(samples.x, samples.t, 0, batch);
      double loss = alone.train(samples.x, samples.t, 0, batch, 0.5);
      assertThat(watched.train(samples.x, samples.t, 0, batch, 0.5)).isEqualTo(loss);
    }
    assertThat(watched.parameters()).isEqualTo(alone.parameters());
  }

  @ParameterizedTest
  @CsvSource({"Single, 1e-6", "Twofold, 1e-14", "Packed, 1e-6"})
  void oneSampleIsAMiniBatchOfOne(String name, double tolerance) {
    AnyNetwork one = networks.any(name, 1);
    AnyNetwork batch = networks.any(name, 1);
    Samples samples = Samples.of(one, 4, 2);

    double loss = one.train(samples.x[3], samples.t[3], 0.5);
    double sameLoss = batch.train(samples.x, samples.t, 3, 4, 0.5);

    assertThat(loss).isCloseTo(sameLoss, within(tolerance));
    assertThat(Deviation.largest(one.parameters(), batch.parameters())).isLessThan(tolerance);
  }

  @ParameterizedTest
  @CsvSource({"Single, 1e-6", "Twofold, 1e-14"})
  void trainReturnsTheLossBeforeTheStepAndLowersIt(String name, double tolerance) {
    AnyNetwork network = networks.any(name, 1);
    Samples samples = Samples.of(network, 120, 2);
    double before = network.loss(samples.x, samples.t, 0, 120);

    assertThat(network.train(samples.x, samples.t, 0, 120, 0.5))
        .isCloseTo(before, within(tolerance));
    assertThat(network.loss(samples.x, samples.t, 0, 120)).isLessThan(before);
  }

  @ParameterizedTest
  @CsvSource({"Single", "Twofold"})
  void theSameStepsGiveTheSameBits(String name) {
    AnyNetwork one = networks.any(name, 1);
    AnyNetwork other = networks.any(name, 1);
    Samples samples = Samples.of(one, 130, 2);
    for (AnyNetwork network : new AnyNetwork[] {one, other}) {
      for (int to : new int[] {1, 6, 130}) {
        network.train(samples.x, samples.t, 0, to, 0.5);
      }
    }

    assertThat(one.parameters()).isEqualTo(other.parameters());
  }

  @Test
  void aStepOfRateZeroChangesNothing() {
    AnyNetwork network = networks.any("Twofold", 1);
    Samples samples = Samples.of(network, 7, 2);
    double[] before = network.parameters();

    network.train(samples.x, samples.t, 0, 7, 0);
    network.train(samples.x[0], samples.t[0], 0);

    assertThat(network.parameters()).isEqualTo(before);
  }

  @Test
  void argumentsThatAreReadKeepTheirValues() {
    AnyNetwork network = networks.any("Twofold", 1);
    Samples samples = Samples.of(network, 7, 2);
    Samples copies = Samples.of(network, 7, 2);
    double[] gradient = new double[network.parameters().length];
    network.gradient(samples.x, samples.t, 0, 7, gradient);
    double[] copy = gradient.clone();

    network.train(samples.x, samples.t, 0, 7, 0.5);
    network.train(samples.x[0], samples.t[0], 0.5);
    network.update(gradient, 0.5);

    assertThat(Arrays.deepEquals(samples.x, copies.x)).isTrue();
    assertThat(Arrays.deepEquals(samples.t, copies.t)).isTrue();
    assertThat(gradient).isEqualTo(copy);
  }

  @Test
  void plainStepsRememberNothing() {
    DoubleNetwork reset = networks.doubles("Twofold", 1);
    DoubleNetwork other = networks.doubles("Twofold", 1);
    Samples samples = Samples.of(AnyNetwork.of(reset), 7, 2);
    for (DoubleNetwork network : new DoubleNetwork[] {reset, other}) {
      network.train(samples.x, samples.t, 0, 7, 0.5);
      if (network == reset) {
        network.resetOptimizer();
      }
      network.train(samples.x, samples.t, 0, 7, 0.5);
    }

    assertThat(AnyNetwork.of(reset).parameters()).isEqualTo(AnyNetwork.of(other).parameters());
  }
}
