package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.processor.model.OptimizerChoice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Trainings of 200 steps by every optimizer beside plain loops. */
class OptimizersTest {
  private static final int STEPS = 200;
  private static final int ROWS = 160;

  /** Rows that are long enough for SIMD, groups of rows with a remainder, a layer written out. */
  private static final String ATTRIBUTES = "layers = {40, 9, 4, 2}, activation = TANH";

  private static CompiledNetworks networks;

  @BeforeAll
  static void compile() {
    CompiledNetworks.Builder builder = CompiledNetworks.builder();
    OptimizerSetting.ALL.forEach(
        (name, setting) -> {
          builder.add(name + "Double", "DoubleNetwork", ATTRIBUTES, setting.annotation());
          builder.add(name + "Float", "FloatNetwork", ATTRIBUTES, setting.annotation());
        });
    networks = builder.compile();
  }

  @Test
  void everyKindHasASetting() {
    Set<Class<?>> kinds =
        OptimizerSetting.ALL.values().stream()
            .map(setting -> setting.choice().getClass())
            .collect(Collectors.toSet());
    assertThat(kinds).isEqualTo(Set.of(OptimizerChoice.class.getPermittedSubclasses()));
  }

  static List<String> names() {
    return OptimizerSetting.names();
  }

  /** How a step is taken. */
  enum Way {
    SAMPLE(1) {
      @Override
      void take(AnyNetwork network, Samples samples, int from, double rate) {
        network.train(samples.x[from], samples.t[from], rate);
      }
    },
    MINI_BATCH(7) {
      @Override
      void take(AnyNetwork network, Samples samples, int from, double rate) {
        network.train(samples.x, samples.t, from, from + batch, rate);
      }
    },
    MORE_THAN_A_TILE(130) {
      @Override
      void take(AnyNetwork network, Samples samples, int from, double rate) {
        network.train(samples.x, samples.t, from, from + batch, rate);
      }
    },
    GRADIENT_AND_UPDATE(7) {
      @Override
      void take(AnyNetwork network, Samples samples, int from, double rate) {
        double[] gradient = new double[network.topology().parameterCount()];
        network.gradient(samples.x, samples.t, from, from + batch, gradient);
        network.update(gradient, rate);
      }
    };

    final int batch;

    Way(int batch) {
      this.batch = batch;
    }

    abstract void take(AnyNetwork network, Samples samples, int from, double rate);
  }

  static List<Arguments> trainings() {
    List<Arguments> trainings = new ArrayList<>();
    for (String name : names()) {
      for (Way way : Way.values()) {
        trainings.add(Arguments.of(name, way, "Double", 1e-10));
        trainings.add(Arguments.of(name, way, "Float", 1e-3));
      }
    }
    return trainings;
  }

  @ParameterizedTest
  @MethodSource("trainings")
  void trainingEndsWherePlainLoopsEnd(String name, Way way, String precision, double tolerance) {
    OptimizerSetting setting = OptimizerSetting.of(name);
    AnyNetwork network = perturbed(name + precision);
    Samples samples = Samples.of(network, ROWS, 3);
    PlainLoops plain = PlainLoops.like(network);
    double[] start = plain.parameters();
    PlainOptimizer optimizer = new PlainOptimizer(setting.choice(), start.length);

    for (int step = 0; step < STEPS; step++) {
      int from = step * way.batch % (ROWS - way.batch);
      double[] gradient = plain.gradient(samples.x, samples.t, from, from + way.batch);
      plain.step(optimizer, gradient, setting.rate());
      way.take(network, samples, from, setting.rate());
    }

    assertThat(Deviation.largest(network.parameters(), plain.parameters())).isLessThan(tolerance);
    assertThat(Deviation.largest(network.parameters(), start)).isGreaterThan(0.1);
  }

  @ParameterizedTest
  @MethodSource("names")
  void trainingLowersTheLoss(String name) {
    OptimizerSetting setting = OptimizerSetting.of(name);
    AnyNetwork network = perturbed(name + "Double");
    Samples samples = Samples.of(network, ROWS, 3);
    double before = network.loss(samples.x, samples.t, 0, ROWS);

    for (int step = 0; step < STEPS; step++) {
      network.train(samples.x, samples.t, 0, ROWS, setting.rate());
    }

    assertThat(network.loss(samples.x, samples.t, 0, ROWS)).isLessThan(0.5 * before);
  }

  @ParameterizedTest
  @MethodSource("names")
  void nanReachesEveryParameterAndLeavesAfterAReset(String name) {
    AnyNetwork network = perturbed(name + "Double");
    AnyNetwork fresh = perturbed(name + "Double");
    Samples samples = Samples.of(network, 7, 3);
    double[] start = network.parameters();
    double[][] nan = Arrays.stream(samples.x).map(double[]::clone).toArray(double[][]::new);
    nan[3][39] = Double.NaN;

    assertThat(network.train(nan, samples.t, 0, 7, 0.01)).isNaN();
    assertThat(network.parameters()).containsOnly(Double.NaN);
    network.setParameters(start);
    network.resetOptimizer();
    assertThat(network.train(nan[3], samples.t[3], 0.01)).isNaN();
    assertThat(network.parameters()).containsOnly(Double.NaN);

    network.setParameters(start);
    network.resetOptimizer();
    network.train(samples.x, samples.t, 0, 7, 0.01);
    fresh.train(samples.x, samples.t, 0, 7, 0.01);
    assertThat(network.parameters()).isEqualTo(fresh.parameters());
  }

  private static AnyNetwork perturbed(String name) {
    AnyNetwork network = networks.any(name, 1);
    Samples.perturb(network, 2);
    return network;
  }
}
