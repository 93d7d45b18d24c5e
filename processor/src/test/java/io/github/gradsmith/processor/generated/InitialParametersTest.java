package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.Activation;
import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.DoublePredictor;
import io.github.gradsmith.internal.math.SeededRandom;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a new network's parameters are. */
class InitialParametersTest {
  private static CompiledNetworks networks;

  @BeforeAll
  static void compile() {
    CompiledNetworks.Builder builder = CompiledNetworks.builder();
    builder.add("Single", "FloatNetwork", "layers = {3, 4, 2}, activation = TANH");
    builder.add("Twofold", "DoubleNetwork", "layers = {3, 4, 2}, activation = TANH");
    builder.add("SingleColumns", "FloatNetwork", "layers = {3, 70, 2}, activation = TANH");
    builder.add("TwofoldColumns", "DoubleNetwork", "layers = {3, 70, 2}, activation = TANH");
    builder.add("Mixed", "DoubleNetwork", "layers = {300, 100, 50}, activation = {RELU, SIGMOID}");
    for (Activation kind : Activation.values()) {
      builder.add("Auto" + kind, "DoublePredictor", large(kind.name(), "AUTO"));
    }
    for (String kind :
        new String[] {
          "GLOROT_UNIFORM", "GLOROT_NORMAL", "HE_UNIFORM", "HE_NORMAL", "LECUN_NORMAL", "ZEROS"
        }) {
      builder.add(kind, "DoublePredictor", large("TANH", kind));
    }
    networks = builder.compile();
  }

  private static String large(String activation, String initializer) {
    String loss = activation.endsWith("SOFTMAX") ? ", loss = CROSS_ENTROPY" : "";
    return "layers = {300, 100}, activation = "
        + activation
        + loss
        + ", initializer = "
        + initializer;
  }

  @ParameterizedTest
  @ValueSource(strings = {"Single", "Twofold"})
  void theSameSeedGivesTheSameBitsAndAnotherGivesOthers(String name) {
    double[] parameters = networks.any(name, 7).parameters();

    assertThat(networks.any(name, 7).parameters()).isEqualTo(parameters);
    double[] others = networks.any(name, 8).parameters();
    assertThat(IntStream.range(0, 12).filter(i -> others[i] == parameters[i])).isEmpty();
  }

  @Test
  void floatsAreTheRoundedDoublesOfTheSameSeed() {
    double[] doubles = networks.any("Twofold", 7).parameters();
    double[] rounded = Arrays.stream(doubles).map(value -> (float) value).toArray();

    assertThat(networks.any("Single", 7).parameters()).isEqualTo(rounded).isNotEqualTo(doubles);
  }

  @Test
  void weightsAreDrawnLayerByLayerAndRowByRow() {
    SeededRandom random = new SeededRandom(7);
    double[] expected = new double[26];
    for (int i = 0; i < 12; i++) {
      expected[i] = Math.sqrt(6.0 / (3 + 4)) * (2 * random.nextDouble() - 1);
    }
    for (int i = 16; i < 24; i++) {
      expected[i] = Math.sqrt(6.0 / (4 + 2)) * (2 * random.nextDouble() - 1);
    }

    double[] parameters = networks.any("Twofold", 7).parameters();

    assertThat(Deviation.largest(parameters, expected)).isLessThan(1e-15);
  }

  /** Layer 2 keeps a row for each input, but its weights are drawn neuron by neuron. */
  @Test
  void columnsAreDrawnNeuronByNeuron() {
    SeededRandom random = new SeededRandom(7);
    double[] expected = new double[210];
    for (int i = 0; i < 210; i++) {
      expected[i] = Math.sqrt(6.0 / (3 + 70)) * (2 * random.nextDouble() - 1);
    }
    double[] rounded = Arrays.stream(expected).map(value -> (float) value).toArray();

    double[] doubles = networks.any("TwofoldColumns", 7).parameters();
    double[] floats = networks.any("SingleColumns", 7).parameters();

    assertThat(Deviation.largest(Arrays.copyOf(doubles, 210), expected)).isLessThan(1e-15);
    assertThat(Deviation.largest(Arrays.copyOf(floats, 210), rounded)).isLessThan(1e-8);
  }

  @Test
  void biasesStartAtZero() {
    double[] parameters = networks.any("Mixed", 7).parameters();

    assertThat(Arrays.copyOfRange(parameters, 30_000, 30_100)).containsOnly(0);
    assertThat(Arrays.copyOfRange(parameters, 35_100, 35_150)).containsOnly(0);
    assertThat(Arrays.stream(parameters).filter(value -> value == 0)).hasSize(150);
  }

  /** Deviation and largest weight of 300 → 100; a normal distribution passes three deviations. */
  @ParameterizedTest
  @CsvSource({
    "AutoSIGMOID, uniform, 0.122474487, 0.070710678",
    "AutoTANH, uniform, 0.122474487, 0.070710678",
    "AutoIDENTITY, uniform, 0.122474487, 0.070710678",
    "AutoSOFTMAX, uniform, 0.122474487, 0.070710678",
    "AutoLOG_SOFTMAX, uniform, 0.122474487, 0.070710678",
    "AutoRELU, normal, 0, 0.081649658",
    "GLOROT_UNIFORM, uniform, 0.122474487, 0.070710678",
    "GLOROT_NORMAL, normal, 0, 0.070710678",
    "HE_UNIFORM, uniform, 0.141421356, 0.081649658",
    "HE_NORMAL, normal, 0, 0.081649658",
    "LECUN_NORMAL, normal, 0, 0.057735027"
  })
  void weightsAreOfTheirDistribution(String name, String kind, double limit, double deviation) {
    double[] parameters = parameters(name);
    double[] weights = Arrays.copyOf(parameters, 30_000);
    double mean = Arrays.stream(weights).average().getAsDouble();
    double variance = Arrays.stream(weights).map(w -> w * w).average().getAsDouble();
    double largest = Deviation.magnitude(weights);

    // 30,000 draws: their mean errs by 0.6 % of a deviation, the deviation itself by 0.4 %.
    assertThat(mean).isCloseTo(0, within(0.03 * deviation));
    assertThat(Math.sqrt(variance)).isCloseTo(deviation, within(0.02 * deviation));
    if (kind.equals("uniform")) {
      assertThat(largest).isLessThanOrEqualTo(limit).isGreaterThan(0.999 * limit);
    } else {
      assertThat(largest).isBetween(3.5 * deviation, 6 * deviation);
      assertThat(Arrays.stream(weights).filter(w -> Math.abs(w) < deviation).count())
          .isBetween(20_180L, 20_780L); // 68.27 % of them
    }
  }

  @Test
  void autoChoosesForEachLayer() {
    double[] parameters = networks.any("Mixed", 7).parameters();
    double[] relu = Arrays.copyOf(parameters, 30_000);
    double[] sigmoid = Arrays.copyOfRange(parameters, 30_100, 35_100);

    assertThat(Deviation.magnitude(relu)).isGreaterThan(3.5 * Math.sqrt(2.0 / 300));
    assertThat(Deviation.magnitude(sigmoid))
        .isBetween(0.99 * Math.sqrt(6.0 / 150), Math.sqrt(6.0 / 150));
  }

  @Test
  void zerosAreAllZero() {
    assertThat(parameters("ZEROS")).hasSize(30_100).containsOnly(0);
  }

  @Test
  void parametersAreFlatLayerByLayerWeightsBeforeBiases() {
    DoubleNetwork network = networks.doubles("Twofold", 7);
    double[] parameters = new double[26];
    parameters[3 + 2] = 5; // layer 2: neuron 1, input 2
    parameters[12 + 3] = 7; // layer 2: bias of neuron 3
    parameters[16 + 4 + 3] = 11; // layer 3: neuron 1, input 3
    parameters[16 + 8 + 1] = 13; // layer 3: bias of neuron 1
    network.setParameters(parameters);
    double[][] z = {null, new double[4], new double[2]};
    double[][] a = {new double[3], new double[4], new double[2]};

    network.trace(new double[] {1, 2, 3}, z, a);

    assertThat(z[1]).containsExactly(0, 15, 0, 7);
    assertThat(z[2]).containsExactly(0, 11 * a[1][3] + 13);
    double[] read = new double[26];
    network.getParameters(read);
    assertThat(read).isEqualTo(parameters);
    parameters[0] = 99; // setParameters copies
    network.getParameters(read);
    assertThat(read[0]).isZero();
  }

  private static double[] parameters(String name) {
    DoublePredictor network = networks.create(name, 7, DoublePredictor.class);
    double[] parameters = new double[network.parameterCount()];
    network.getParameters(parameters);
    return parameters;
  }
}
