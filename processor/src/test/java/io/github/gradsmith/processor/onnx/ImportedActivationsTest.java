package io.github.gradsmith.processor.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which activation nodes become, whole or decomposed as exporters do it. */
class ImportedActivationsTest {
  @ParameterizedTest
  @CsvSource({
    "Sigmoid, SIGMOID",
    "Tanh, TANH",
    "Relu, RELU",
    "LeakyRelu, LEAKY_RELU",
    "Elu, ELU",
    "Selu, SELU",
    "Softplus, SOFTPLUS",
    "Softsign, SOFTSIGN",
    "Gelu, GELU",
    "Mish, MISH",
    "HardSigmoid, 'max(min(1/5 * z + 1/2, 1), 0)'",
    "Softmax, SOFTMAX",
    "LogSoftmax, LOG_SOFTMAX",
    "Celu, ELU",
  })
  void operatorsHaveTheirNames(String operator, String activation) {
    assertThat(Model.ofLayer().node(operator).activations()).containsExactly(activation);
  }

  @Test
  void attributesMakeAFormula() {
    assertThat(Model.ofLayer().node("LeakyRelu").with("alpha", 0.2f).activations())
        .containsExactly("where(z > 0, z, 1/5 * z)");
    assertThat(Model.ofLayer().node("Elu").with("alpha", 0.5f).activations())
        .containsExactly("where(z > 0, z, 1/2 * expm1(z))");
    assertThat(Model.ofLayer().node("ThresholdedRelu").activations())
        .containsExactly("where(z > 1, z, 0)");
    assertThat(Model.ofLayer().node("HardSigmoid").with("alpha", 1 / 6f).activations())
        .containsExactly("HARD_SIGMOID");
  }

  @Test
  void siluIsZTimesItsSigmoid() {
    Model model = Model.ofLayer();
    String z = "t1";
    assertThat(model.node("Sigmoid").node("Mul", z, "_").activations()).containsExactly("SILU");
  }

  @Test
  void geluComesByErf() {
    Model model =
        Model.ofLayer()
            .tensor("root", new int[0], Math.sqrt(2))
            .tensor("one", new int[0], 1)
            .tensor("half", new int[0], 0.5)
            .node("Div", "_", "root")
            .node("Erf")
            .node("Add", "_", "one")
            .node("Mul", "t1", "_")
            .node("Mul", "_", "half");
    assertThat(model.activations()).containsExactly("GELU");
  }

  @Test
  void hardSigmoidComesByClip() {
    Model clipped =
        Model.ofLayer()
            .tensor("three", new int[0], 3)
            .tensor("zero", new int[0], 0)
            .tensor("six", new int[0], 6)
            .node("Add", "_", "three")
            .node("Clip", "_", "zero", "six")
            .node("Div", "_", "six");
    assertThat(clipped.activations()).containsExactly("HARD_SIGMOID");
    Model before11 =
        Model.ofLayer()
            .opset(10)
            .tensor("three", new int[0], 3)
            .tensor("six", new int[0], 6)
            .node("Add", "_", "three")
            .node("Clip")
            .with("min", 0f)
            .with("max", 6f)
            .node("Div", "_", "six");
    assertThat(before11.activations()).containsExactly("HARD_SIGMOID");
  }

  /** To one neuron the 3 of HardSwish has the shape of a bias. */
  @Test
  void numbersAreNoBiasesOfASingleNeuron() {
    Model model =
        Model.ofInput(-1, 2)
            .tensor("w", new int[] {2, 1}, 1, 2)
            .tensor("b", new int[] {1}, 0.5)
            .node("MatMul", "_", "w")
            .node("Add", "_", "b")
            .tensor("three", new int[] {1}, 3)
            .tensor("zero", new int[0], 0)
            .tensor("six", new int[0], 6)
            .node("Add", "_", "three")
            .node("Clip", "_", "zero", "six")
            .node("Div", "_", "six")
            .node("Mul", "t2", "_");
    assertThat(model.network().parameters()).containsExactly(1, 2, 0.5);
    assertThat(model.activations().get(0)).contains("z * ");
  }

  @Test
  void reluComesByClipWithoutAnUpperBound() {
    Model model = Model.ofLayer().tensor("zero", new int[0], 0).node("Clip", "_", "zero");
    assertThat(model.activations()).containsExactly("RELU");
    Model before11 = Model.ofLayer().opset(9).node("Clip").with("min", 0f);
    assertThat(before11.activations()).containsExactly("RELU");
  }

  @Test
  void softplusComesByLogarithmAndExponential() {
    Model model =
        Model.ofLayer()
            .tensor("one", new int[0], 1)
            .node("Exp")
            .node("Add", "_", "one")
            .node("Log");
    assertThat(model.activations()).containsExactly("SOFTPLUS");
  }

  @Test
  void mishComesBySoftplusAndTanh() {
    Model model = Model.ofLayer().node("Softplus").node("Tanh").node("Mul", "t1", "_");
    assertThat(model.activations()).containsExactly("MISH");
  }

  @Test
  void leakyReluComesByPRelu() {
    Model model = Model.ofLayer().tensor("slope", new int[] {1}, 0.01).node("PRelu", "_", "slope");
    assertThat(model.activations()).containsExactly("LEAKY_RELU");
  }

  @Test
  void eluComesByWhere() {
    Model model =
        Model.ofLayer()
            .tensor("zero", new int[0], 0)
            .tensor("one", new int[0], 1)
            .node("Greater", "_", "zero")
            .node("Exp", "t1")
            .node("Sub", "_", "one")
            .node("Where", "t2", "t1", "_");
    assertThat(model.activations()).containsExactly("ELU");
  }

  @Test
  void reluComesByMaxAndTanhByExponentials() {
    assertThat(Model.ofLayer().tensor("zero", new int[0], 0).node("Max", "zero", "_").activations())
        .containsExactly("RELU");
    assertThat(Model.ofLayer().node("Sum").node("Max").node("Relu").activations())
        .containsExactly("RELU");
    Model tanh =
        Model.ofLayer()
            .node("Neg")
            .node("Exp", "t1")
            .node("Exp", "t2")
            .node("Sub", "t3", "t4")
            .node("Add", "t3", "t4")
            .node("Div", "t5", "t6");
    assertThat(tanh.activations()).containsExactly("TANH");
  }

  @Test
  void logarithmOfSoftmaxIsOne() {
    assertThat(Model.ofLayer().node("Softmax").with("axis", 1).node("Log").activations())
        .containsExactly("LOG_SOFTMAX");
  }

  @Test
  void whatHasNoNameIsAFormula() {
    Model swish =
        Model.ofLayer()
            .tensor("beta", new int[0], 1.5)
            .node("Mul", "_", "beta")
            .node("Sigmoid")
            .node("Mul", "t1", "_");
    assertThat(swish.activations()).containsExactly("z * sigmoid(3/2 * z)");
    Model cube =
        Model.ofLayer().tensor("three", new int[0], 3).node("Pow", "_", "three").node("Tanh");
    assertThat(cube.activations()).containsExactly("tanh(z^3)");
    Model relu6 =
        Model.ofLayer()
            .tensor("zero", new int[0], 0)
            .tensor("six", new int[0], 6)
            .node("Clip", "_", "zero", "six");
    assertThat(relu6.activations()).containsExactly("min(max(z, 0), 6)");
    Model bounded =
        Model.ofLayer()
            .tensor("zero", new int[0], 0)
            .tensor("much", new int[0], 500)
            .node("Clip", "_", "zero", "much");
    assertThat(bounded.activations()).containsExactly("min(max(z, 0), 500)");
    assertThat(Model.ofLayer().node("Gelu").with("approximate", "tanh").activations().get(0))
        .contains("tanh(");
  }

  @Test
  void hiddenLayersHaveThemToo() {
    Model model = Model.ofLayer().node("Softplus").layer().node("Tanh").layer();
    assertThat(model.activations()).containsExactly("SOFTPLUS", "TANH", "IDENTITY");
  }
}
