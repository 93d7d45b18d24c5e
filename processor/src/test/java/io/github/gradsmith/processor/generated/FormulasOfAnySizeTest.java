package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.FloatNetwork;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Generated classes of formulas whose numbers are far from 1: one neuron of weight 1 and bias 0, so
 * that the input is the weighted sum and the second entry of the gradient ∂E/∂z.
 */
class FormulasOfAnySizeTest {
  private static final String HIDDEN =
      "layers = {8, 24, 40, 1}, formula = {\"(z/(abs(z)+1e-12))^3 + z\","
          + " \"z/sqrt(z^2+1e-30) + z/(1+z^2/1e25)\", \"z\"}";

  private static CompiledNetworks networks;

  @BeforeAll
  static void compile() {
    CompiledNetworks.Builder builder = CompiledNetworks.builder();
    formula(builder, "Quotient", "FloatNetwork", "1/(abs(z)+1e-20)");
    formula(builder, "LeastNormal", "FloatNetwork", "log(abs(z)+1.1754944e-38)");
    formula(builder, "Root", "FloatNetwork", "sqrt(z^2+1e-38)");
    formula(builder, "SmallSlope", "FloatNetwork", "tanh(z)+1e-38*z");
    formula(builder, "Large", "FloatNetwork", "z/(1+z^2/1e20)");
    formula(builder, "Cube", "FloatNetwork", "(z/(abs(z)+1e-12))^3");
    formula(builder, "Squares", "FloatNetwork", "z^2/(z^2+1e-12)^2");
    formula(builder, "InverseCube", "FloatNetwork", "1/(abs(z)+1e-10)^3");
    formula(builder, "Logarithm", "FloatNetwork", "log(abs(z)+1e-7)");
    formula(builder, "Bound", "FloatNetwork", "max(z, -1.797e308)");
    formula(builder, "BelowFloat", "FloatNetwork", "log(abs(z)+1e-300)");
    formula(builder, "BelowRounding", "FloatNetwork", "tanh(z)+2.2250738585072014e-308");
    formula(builder, "DoubleLogarithm", "DoubleNetwork", "log(abs(z)+1e-300)");
    formula(builder, "DoubleFactor", "DoubleNetwork", "1e-100*z");
    formula(builder, "DoubleBound", "DoubleNetwork", "max(z,-1e308)");
    formula(builder, "DoubleBelow", "DoubleNetwork", "z + 2.2250738585072014e-308");
    loss(builder, "CrossEntropy", "SIGMOID", "-(t*log(a+1e-20)+(1-t)*log(1-a+1e-20))");
    loss(builder, "CrossEntropy7", "SIGMOID", "-(t*log(a+1e-7)+(1-t)*log(1-a+1e-7))");
    loss(builder, "SmoothAbsolute", "IDENTITY", "(a-t)^2/(abs(a-t)+1e-30)");
    networks =
        builder
            .add("HiddenFloat", "FloatNetwork", HIDDEN)
            .add("HiddenDouble", "DoubleNetwork", HIDDEN)
            .compileWithVectorApi();
  }

  private static void formula(
      CompiledNetworks.Builder builder, String name, String kind, String formula) {
    builder.add(name, kind, "layers = {1, 1}, formula = \"" + formula + "\"");
  }

  private static void loss(
      CompiledNetworks.Builder builder, String name, String activation, String formula) {
    String attributes = "layers = {1, 1}, activation = " + activation;
    builder.add(name, "FloatNetwork", attributes + ", lossFormula = \"" + formula + "\"");
  }

  /** Values from pencil and paper, and mpmath. */
  @ParameterizedTest
  @CsvSource({
    "CrossEntropy, 0.5, 1, 0.6224593, 0.474077, -0.3775407",
    "CrossEntropy, 40, 0, 1, 39.99764891, 0.9976516749",
    "CrossEntropy, -2, 1, 0.1192029, 2.126928011, -0.880797078",
    "CrossEntropy7, 0.5, 1, 0.6224593, 0.4740768235, -0.3775406081",
    "CrossEntropy7, 20, 0, 1, 16.09769366, 0.02019528039",
    "SmoothAbsolute, 2, 0.5, 2, 1.5, 1",
    "Quotient, 2, 0, 0.5, 0.125, -0.125",
    "LeastNormal, 2, 0, 0.6931472, 0.2402265, 0.3465736",
    "Root, 2, 0, 2, 2, 2",
    "Root, -1e-19, 0, 1.4142136e-19, 1e-38, -1e-19",
    "SmallSlope, 0.5, 0, 0.4621172, 0.1067761, 0.3634310",
    "Large, 2, 0, 2, 2, 2",
    "Cube, 2, 0, 1, 0.5, 7.5e-13",
    "Squares, 2, 0, 0.25, 0.03125, -0.0625",
    "InverseCube, 2, 0, 0.125, 0.0078125, -0.0234375",
    "Logarithm, 2, 0, 0.69314723, 0.24022654, 0.3465736",
    "Bound, -3, 0, -3, 4.5, -3",
    "BelowFloat, 2, 0, 0.6931472, 0.2402265, 0.3465736",
    "BelowRounding, 0.5, 0, 0.4621172, 0.1067761, 0.3634310",
  })
  void floatsAreRight(String name, float z, float t, double value, double loss, double gradient) {
    FloatNetwork network = networks.floats(name, 1);
    network.setParameters(new float[] {1, 0});
    float[] output = new float[1];
    network.forward(new float[] {z}, output);
    assertThat((double) output[0]).isCloseTo(value, within(1e-5 * Math.abs(value)));
    float[] x = {z};
    float[] target = {t};
    assertThat((double) network.loss(x, target)).isCloseTo(loss, within(1e-5 * Math.abs(loss)));
    float[] slopes = new float[2];
    network.gradient(new float[][] {x}, new float[][] {target}, 0, 1, slopes);
    assertThat((double) slopes[1]).isCloseTo(gradient, within(1e-4 * Math.abs(gradient)));
    network.train(x, target, 0.01f);
    float[] parameters = new float[2];
    network.getParameters(parameters);
    assertThat(parameters[0]).isFinite();
  }

  @ParameterizedTest
  @CsvSource({
    "DoubleLogarithm, 2, 0.6931471805599453, 0.34657359027997264",
    "DoubleLogarithm, 1e-290, -667.749676968, -6.67749676901e292",
    "DoubleFactor, 3, 3e-100, 3e-200",
    "DoubleBound, -7, -7, -7",
    "DoubleBelow, 0.25, 0.25, 0.25",
  })
  void doublesAreRight(String name, double z, double value, double gradient) {
    DoubleNetwork network = networks.doubles(name, 1);
    network.setParameters(new double[] {1, 0});
    double[] output = new double[1];
    network.forward(new double[] {z}, output);
    assertThat(output[0]).isCloseTo(value, within(1e-9 * Math.abs(value)));
    double[] slopes = new double[2];
    network.gradient(new double[][] {{z}}, new double[][] {{0}}, 0, 1, slopes);
    assertThat(slopes[1]).isCloseTo(gradient, within(1e-9 * Math.abs(gradient)));
  }

  /** An input whose neighbours give a logarithm three digits: it has them. */
  @Test
  void aLogarithmNearItsZeroKeepsTheDigitsItHas() {
    FloatNetwork network = networks.floats("Logarithm", 1);
    network.setParameters(new float[] {1, 0});
    for (float z : new float[] {1.0001f, 0.9999f, 1.003f, 1.00001f}) {
      float[] output = new float[1];
      network.forward(new float[] {z}, output);
      double expected = Math.log1p(z - 1.0 + 1e-7);
      assertThat((double) output[0]).isCloseTo(expected, within(1.3e-7));
    }
  }

  /** What runs over vectors, or in double although the network is of floats, is the same. */
  @Test
  void hiddenLayersOfFloatsAreThoseOfDoubles() {
    FloatNetwork floats = networks.floats("HiddenFloat", 5);
    DoubleNetwork doubles = networks.doubles("HiddenDouble", 5);
    float[] parameters = new float[floats.parameterCount()];
    floats.getParameters(parameters);
    double[] same = new double[parameters.length];
    for (int i = 0; i < same.length; i++) {
      same[i] = parameters[i];
    }
    doubles.setParameters(same);
    Random random = new Random(3);
    float[][] x = new float[5][8];
    double[][] wide = new double[5][8];
    for (int i = 0; i < 40; i++) {
      x[i / 8][i % 8] = (float) random.nextGaussian();
      wide[i / 8][i % 8] = x[i / 8][i % 8];
    }
    float[] found = new float[parameters.length];
    double[] expected = new double[parameters.length];
    float loss = floats.gradient(x, new float[5][1], 0, 5, found);
    double trueLoss = doubles.gradient(wide, new double[5][1], 0, 5, expected);
    assertThat((double) loss).isCloseTo(trueLoss, within(1e-4 * trueLoss));
    double largest = 0;
    for (double slope : expected) {
      largest = Math.max(largest, Math.abs(slope));
    }
    for (int i = 0; i < found.length; i++) {
      assertThat((double) found[i]).isCloseTo(expected[i], within(1e-4 * largest));
    }
  }
}
