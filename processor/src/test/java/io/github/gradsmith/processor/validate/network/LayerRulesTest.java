package io.github.gradsmith.processor.validate.network;

import static io.github.gradsmith.Activation.IDENTITY;
import static io.github.gradsmith.Activation.LOG_SOFTMAX;
import static io.github.gradsmith.Activation.RELU;
import static io.github.gradsmith.Activation.SIGMOID;
import static io.github.gradsmith.Activation.SOFTMAX;
import static io.github.gradsmith.Loss.BINARY_CROSS_ENTROPY;
import static io.github.gradsmith.Loss.CROSS_ENTROPY;
import static io.github.gradsmith.Loss.HALF_SQUARED_ERROR;
import static io.github.gradsmith.processor.model.NetworkInterface.FLOAT_PREDICTOR;
import static io.github.gradsmith.processor.validate.Declared.sigmoids;
import static io.github.gradsmith.processor.validate.Judged.assertFaults;

import io.github.gradsmith.Activation;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.ModelImport;
import io.github.gradsmith.processor.validate.Declared;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules of layers, their activations and the loss. */
class LayerRulesTest {
  private static final int MOST_PARAMETERS = Integer.MAX_VALUE - 8;

  private static Declared layers(int count) {
    return sigmoids(Collections.nCopies(count, 3).toArray(Integer[]::new));
  }

  private static ModelImport.Network model(Activation last, Integer... widths) {
    List<ActivationChoice> choices = List.of(new ActivationChoice.Named(last));
    return new ModelImport.Network(List.of(widths), choices, new double[0]);
  }

  @Test
  void thereAre2To64Layers() {
    Rule rule = new LayerCount();
    assertFaults(rule, layers(2));
    assertFaults(rule, layers(64));
    assertFaults(rule, layers(65), "GS013 layers | names 65 layers, but at most 64");
    assertFaults(rule, layers(1), "GS012 layers | names 1 layer,");
    assertFaults(rule, layers(0), "GS012 layers | names no layer,");
    assertFaults(rule, new Declared());
    assertFaults(rule, new Declared().model(null));
    Integer[] many = Collections.nCopies(65, 3).toArray(Integer[]::new);
    assertFaults(
        rule,
        new Declared().model(model(RELU, many)),
        "GS061 model | net.onnx | it has 65 layers, the input counted; at most 64");
  }

  @Test
  void widthsArePositive() {
    assertFaults(new PositiveWidths(), sigmoids(1, 1));
    assertFaults(
        new PositiveWidths(),
        sigmoids(0, 1, -2),
        "GS014 layers[0] | Layer 1 has 0 neurons",
        "GS014 layers[2] | Layer 3 has -2 neurons");
  }

  /** Weights and biases of all layers together. */
  @Test
  void parametersFitOneArray() {
    Rule rule = new ParametersFit();
    int half = MOST_PARAMETERS / 2;
    assertFaults(rule, sigmoids(1, half, 1), "GS015 layers[2]");
    assertFaults(rule, sigmoids(1, half));
    assertFaults(rule, sigmoids(MOST_PARAMETERS - 1, 1));
    assertFaults(
        rule,
        sigmoids(MOST_PARAMETERS, 1),
        "GS015 layers[1] | Layer 2 brings the network to 2147483640 parameters (2147483639 × 1"
            + " weights and 1 biases of its own), but at most 2147483639 fit");
    assertFaults(rule, sigmoids(0, MOST_PARAMETERS, 2));
    assertFaults(
        rule,
        sigmoids(2, 3, Integer.MAX_VALUE),
        "GS015 layers[2] | Layer 3 brings the network to 8589934597 parameters (3 ×");
  }

  @Test
  void activationsAreOneForAllOrOneForEach() {
    Rule rule = new ActivationPerLayer();
    assertFaults(rule, sigmoids(4, 3, 2));
    assertFaults(rule, sigmoids(4, 3, 2).activation(RELU, SIGMOID));
    assertFaults(rule, sigmoids(4).activation(RELU, SIGMOID));
    assertFaults(
        rule,
        sigmoids(4, 3).activation(),
        "GS016 activation | activation has no entry, but a network of 2 layers needs 1, for the"
            + " layer after the input. Write 1.");
    assertFaults(
        rule,
        sigmoids(4, 3, 3, 2).activation(RELU, SIGMOID).formulaToo("z", "z", "z", "z"),
        "GS016 activation | has 2 entries, but a network of 4 layers needs 3, one for each layer"
            + " after the input, or 1 for all of them. Write 3 or 1.",
        "GS016 formula | formula has 4 entries | The input layer has none, so leave one out.");
  }

  @Test
  void activationsOrFormulasAreWritten() {
    Rule rule = new ActivationOrFormula();
    assertFaults(rule, sigmoids(2, 1));
    assertFaults(rule, new Declared().formula("z"));
    assertFaults(rule, new Declared());
    assertFaults(rule, new Declared().layers(2, 1), "GS027 annotation");
    assertFaults(rule, sigmoids(2, 1).formulaToo("z"), "GS026 formula");
    assertFaults(rule, new Declared().model(null));
    assertFaults(rule, sigmoids(2, 1).formulaToo("z").model(null));
  }

  @Test
  void lossOrFormulaIsWritten() {
    Rule rule = new LossOrFormula();
    assertFaults(rule, sigmoids(2, 1).loss(HALF_SQUARED_ERROR));
    assertFaults(rule, sigmoids(2, 1).lossFormula("a - t"));
    assertFaults(
        rule, sigmoids(2, 1).loss(HALF_SQUARED_ERROR).lossFormula("a - t"), "GS028 lossFormula");
  }

  @Test
  void softmaxIsLast() {
    Rule rule = new SoftmaxOnlyLast();
    assertFaults(rule, sigmoids(4, 3, 2));
    assertFaults(rule, sigmoids(4, 2).activation(SOFTMAX));
    assertFaults(rule, sigmoids(4, 3, 2).activation(RELU, LOG_SOFTMAX));
    assertFaults(
        rule,
        sigmoids(4, 3, 2, 2).activation(SOFTMAX, LOG_SOFTMAX, SOFTMAX),
        "GS017 activation[0] | Layer 2 has the activation SOFTMAX | another activation | RELU or"
            + " SIGMOID",
        "GS017 activation[1] | Layer 3 has the activation LOG_SOFTMAX");
    assertFaults(
        rule,
        new Declared().layers(4, 3, 2).formula("logsoftmax(z)", "z"),
        "GS017 formula[0] | Layer 2 has the formula logsoftmax(z) | another formula in layer 2,"
            + " such as \"max(z, 0)\"");
  }

  @Test
  void softmaxIsNotForAll() {
    Rule rule = new SoftmaxOnlyLast();
    assertFaults(
        rule,
        sigmoids(4, 3, 2, 2).activation(LOG_SOFTMAX),
        "GS018 activation[0] | A single LOG_SOFTMAX would apply to all 3 layers"
            + " | activation = {RELU, RELU, LOG_SOFTMAX}");
    assertFaults(
        rule,
        new Declared().layers(4, 3, 2).formula("softmax( z )"),
        "GS018 formula[0] | formula = {\"max(z, 0)\", \"softmax(z)\"}");
  }

  @Test
  void softmaxHasManyOutputs() {
    Rule rule = new SoftmaxOfMany();
    assertFaults(rule, sigmoids(4, 1));
    assertFaults(rule, sigmoids(4, 2).activation(SOFTMAX));
    assertFaults(rule, sigmoids(1).activation(SOFTMAX));
    assertFaults(rule, new Declared().layers(4, 1));
    assertFaults(
        rule,
        sigmoids(1, 1).activation(SOFTMAX),
        "GS064 activation[0] | SOFTMAX over a single output is 1 whatever | Write SIGMOID");
    assertFaults(
        rule,
        new Declared().layers(4, 2, 1).formula("z", "logsoftmax(z)"),
        "GS064 formula[1] | logsoftmax(z) over a single output is 0 whatever");
    assertFaults(
        rule,
        new Declared().model(model(SOFTMAX, 2, 1)),
        "GS064 model | Export a model that has SIGMOID");
  }

  @Test
  void crossEntropyHasSoftmax() {
    Rule rule = new LossFitsOutput();
    assertFaults(rule, new Declared().loss(CROSS_ENTROPY));
    assertFaults(rule, sigmoids(4, 2).activation(SOFTMAX).loss(CROSS_ENTROPY));
    assertFaults(rule, sigmoids(4, 2).activation(LOG_SOFTMAX).loss(CROSS_ENTROPY));
    assertFaults(rule, sigmoids(4, 1).activation(SOFTMAX).loss(CROSS_ENTROPY));
    assertFaults(
        rule,
        sigmoids(4, 2).loss(CROSS_ENTROPY),
        "GS019 loss | which has SIGMOID. Write SOFTMAX there");
    assertFaults(
        rule,
        new Declared().layers(4, 2).formula("tanh(z)").loss(CROSS_ENTROPY),
        "GS019 loss | which has tanh(z). Write \"softmax(z)\" there");
    assertFaults(
        rule,
        sigmoids(4, 1).loss(CROSS_ENTROPY),
        "GS019 loss | For a single output write BINARY_CROSS_ENTROPY with SIGMOID there");
    assertFaults(
        rule,
        new Declared().model(model(RELU, 4, 2)).loss(CROSS_ENTROPY),
        "GS019 loss | Export the model with Softmax there");
  }

  @Test
  void binaryCrossEntropyHasSigmoid() {
    Rule rule = new LossFitsOutput();
    assertFaults(rule, sigmoids(4, 2).loss(BINARY_CROSS_ENTROPY));
    Declared formula = new Declared().layers(4, 1).loss(BINARY_CROSS_ENTROPY);
    assertFaults(rule, formula.formula("1 / (1 + exp(-z))"));
    assertFaults(rule, formula.formula("1 / (1 +"));
    assertFaults(
        rule, formula.formula("tanh(z)"), "GS033 loss | it has tanh(z). Write \"sigmoid(z)\"");
    assertFaults(
        rule,
        sigmoids(4, 3, 1).activation(SIGMOID, IDENTITY).loss(BINARY_CROSS_ENTROPY),
        "GS033 loss | it has IDENTITY. Write SIGMOID there");
    assertFaults(
        rule,
        sigmoids(4, 2).activation(SOFTMAX).loss(BINARY_CROSS_ENTROPY),
        "GS033 loss | it has SOFTMAX");
    assertFaults(
        rule,
        new Declared().model(model(IDENTITY, 4, 2)).loss(BINARY_CROSS_ENTROPY),
        "GS033 loss | Export the model with Sigmoid");
  }

  @Test
  void softmaxComesWithALossThatIsWritten() {
    Rule rule = new LossFitsOutput();
    Declared softmax = sigmoids(4, 2).activation(SOFTMAX);
    assertFaults(rule, softmax, "GS020 activation[0] | The last layer is SOFTMAX");
    assertFaults(
        rule,
        sigmoids(4, 2).activation(LOG_SOFTMAX).extending(FLOAT_PREDICTOR),
        "GS025 activation[0] | The last layer is LOG_SOFTMAX");
    assertFaults(rule, new Declared().model(model(SOFTMAX, 4, 2)), "GS020 model");
    assertFaults(rule, new Declared().model(model(SOFTMAX, 4, 2)).extending(FLOAT_PREDICTOR));
    assertFaults(rule, softmax.loss(HALF_SQUARED_ERROR));
    assertFaults(rule, sigmoids(4, 2).activation(SOFTMAX).lossFormula("(a - t)^2"));
  }
}
