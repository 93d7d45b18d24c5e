package io.github.gradsmith.processor.validate;

import static io.github.gradsmith.Activation.RELU;
import static io.github.gradsmith.Activation.SIGMOID;
import static io.github.gradsmith.Activation.SOFTMAX;
import static io.github.gradsmith.processor.model.NetworkInterface.DOUBLE_NETWORK;
import static io.github.gradsmith.processor.model.NetworkInterface.FLOAT_PREDICTOR;
import static io.github.gradsmith.processor.validate.Declared.sigmoids;
import static io.github.gradsmith.processor.validate.Judged.assertFaults;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.Loss;
import io.github.gradsmith.Simd;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.LossChoice;
import io.github.gradsmith.processor.model.NetworkInterface;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.model.OptimizerChoice;
import io.github.gradsmith.processor.model.Options;
import io.github.gradsmith.processor.model.Precision;
import io.github.gradsmith.processor.model.TestVectors;
import io.github.gradsmith.processor.validate.files.ModelRulesTest;
import io.github.gradsmith.processor.validate.files.WeightRulesTest;
import io.github.gradsmith.processor.validate.network.OptimizerRulesTest;
import io.github.gradsmith.safetensors.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rules together, and what a declaration without errors means. */
class ValidationTest {
  private static final ActivationChoice NAMED = new ActivationChoice.Named(SIGMOID);

  private static NetworkModel model(Declared declared) {
    Verdict verdict = Validation.judge(declared.build());
    assertFaults(verdict.report().faults());
    return verdict.model().orElseThrow();
  }

  @Test
  void faultsOfAllRulesAreReported() {
    Declared net = new Declared().layers(2, 0, 1).loss(Loss.CROSS_ENTROPY);
    net.kind = "class";
    Verdict verdict = Validation.judge(net.build());

    assertFaults(
        verdict.report().faults(), "GS001 annotation", "GS014 layers[1]", "GS027 annotation");
    assertThat(verdict.model()).isEmpty();
  }

  @Test
  void warningsLeaveAModel() {
    Verdict verdict = Validation.judge(sigmoids(4, 2).activation(SOFTMAX).build());

    assertFaults(verdict.report().faults(), "GS020 activation[0]");
    assertThat(verdict.model()).isPresent();
  }

  @Test
  void optimizersWithoutNetworksAreStrays() {
    assertFaults(Validation.judgeStrays(List.of()).faults());
    assertFaults(
        Validation.judgeStrays(List.of(OptimizerRulesTest.adagrad("stray", 0))).faults(),
        "GS036 stray | @Adagrad is on a type without @Network");
  }

  @Test
  void oneActivationIsForAllLayers() {
    List<LayerModel> layers = model(sigmoids(4, 3, 2)).layers();

    assertThat(layers).extracting(LayerModel::number).containsExactly(2, 3);
    assertThat(layers).extracting(LayerModel::inputs).containsExactly(4, 3);
    assertThat(layers).extracting(LayerModel::outputs).containsExactly(3, 2);
    assertThat(layers).extracting(LayerModel::activation).containsExactly(NAMED, NAMED);
    ActivationChoice relu = new ActivationChoice.Named(RELU);
    assertThat(model(sigmoids(4, 3, 2).activation(RELU, SIGMOID)).layers())
        .extracting(LayerModel::activation)
        .containsExactly(relu, NAMED);
  }

  /** Formulas that differ in spaces only are one. */
  @Test
  void formulasHaveOneSpelling() {
    Declared one = new Declared().layers(4, 2).formula("tanh( z )*2").lossFormula("(a-t)^2");
    Declared other = new Declared().layers(4, 2).formula("tanh(z) * 2").lossFormula("( a - t )^2");

    assertThat(model(one).layers()).isEqualTo(model(other).layers());
    assertThat(model(one).loss()).isEqualTo(model(other).loss());
    assertThat(model(one).loss()).isInstanceOf(LossChoice.Written.class);
    assertThat(model(one).loss().text()).contains("a", "t", "^");
    assertThat(model(one).layers().get(0).activation().text()).contains("tanh(z)");
    assertThat(model(one).layers().get(0).activation())
        .isInstanceOf(ActivationChoice.Written.class);
  }

  @Test
  void interfacesDecidePrecisionAndTraining() {
    NetworkModel network = model(sigmoids(4, 2).extending(DOUBLE_NETWORK));
    assertThat(network.precision()).isEqualTo(Precision.DOUBLE);
    assertThat(network.trains()).isTrue();
    NetworkModel predictor = model(sigmoids(4, 2).extending(FLOAT_PREDICTOR));
    assertThat(predictor.precision()).isEqualTo(Precision.FLOAT);
    assertThat(predictor.trains()).isFalse();
  }

  @Test
  void lossAndOptimizerAreThoseWritten() {
    NetworkModel plain = model(sigmoids(4, 2));
    assertThat(plain.loss()).isEqualTo(new LossChoice.Named(Loss.HALF_SQUARED_ERROR));
    assertThat(plain.optimizer()).isEqualTo(OptimizerChoice.PLAIN);
    NetworkModel other =
        model(
            sigmoids(4, 2)
                .loss(Loss.BINARY_CROSS_ENTROPY)
                .with(OptimizerRulesTest.adagrad("", 1e-8)));
    assertThat(other.loss()).isEqualTo(new LossChoice.Named(Loss.BINARY_CROSS_ENTROPY));
    assertThat(other.optimizer()).isEqualTo(new OptimizerChoice.Adagrad(1e-8));
  }

  @Test
  void theClassIsMarkedWhereThatCanBeSeen() {
    Declared net = sigmoids(4, 2);
    assertThat(model(net).markGenerated()).isTrue();
    net.seesGenerated = false;
    assertThat(model(net).markGenerated()).isFalse();
    net.seesGenerated = true;
    net.options = Map.of(Options.GENERATED_ANNOTATION, "false");
    assertThat(model(net).markGenerated()).isFalse();
  }

  @Test
  void namesOfInheritedMembersAreTaken() {
    Declared net = sigmoids(4, 2);
    net.takenNames = Set.of("CONSTANT");
    net.declares(Declared.method("own()", true, false));
    net.promises(Declared.method("size()")).declares(Declared.method("size()"));

    assertThat(model(net).inheritedNames()).containsExactlyInAnyOrder("CONSTANT", "own");
  }

  @Test
  void simdIsWhatIsWrittenAndVisible() {
    Declared net = sigmoids(4, 2);
    net.seesVectorApi = true;
    assertThat(model(net).simd()).isEqualTo(Simd.AUTO);
    assertThat(model(net).vectorized()).isTrue();
    net.simd = Simd.OFF;
    assertThat(model(net).vectorized()).isFalse();
  }

  /** Layer by layer, its weights, then its biases, as its file may list them otherwise. */
  @Test
  void weightsAreFlat() {
    Tensor[] tensors = WeightRulesTest.layers("layer2", "layer3");
    Tensor last = tensors[3];
    tensors[3] = tensors[0];
    tensors[0] = last;
    Declared net =
        sigmoids(2, 3, 1).weights("w.safetensors", WeightRulesTest.safetensors(Map.of(), tensors));
    NetworkModel model = model(net);

    assertThat(model.weights().orElseThrow().file()).isEqualTo("w.safetensors");
    assertThat(model.weights().orElseThrow().parameters())
        .containsExactly(1, 2, 3, 4, 5, 6, 1, 2, 3, 1, 2, 3, 1);
    assertThat(model.vectors()).isEmpty();
    assertThat(model(sigmoids(2, 3, 1)).weights()).isEmpty();
  }

  @Test
  void aModelsParametersAreItsWeights() {
    NetworkModel model = model(new Declared().model(ModelRulesTest.model(12, 7)));

    assertThat(model.weights().orElseThrow().file()).isEqualTo("net.onnx");
    assertThat(model.weights().orElseThrow().parameters()).hasSize(13).endsWith(1, 7);
  }

  /** Outputs in double are compared closely only if inputs and network are in double, too. */
  @Test
  void vectorsAreReadWithTheirTolerance() {
    double[] x = {1, 2};
    double[] y = {3};
    Tensor doubles = Tensor.of("x", x, 1, 2);
    Tensor floats = Tensor.of("x", new float[] {1, 2}, 1, 2);
    Tensor outputs = Tensor.of("y", y, 1, 1);
    Tensor coarse = Tensor.of("y", new float[] {3}, 1, 1);
    TestVectors found = vectors(doubles, outputs, DOUBLE_NETWORK);

    assertThat(found.file()).isEqualTo("v.safetensors");
    assertThat(found.inputs()).containsExactly(x);
    assertThat(found.outputs()).containsExactly(y);
    assertThat(found.tolerance()).isEqualTo(1e-10);
    assertThat(vectors(floats, outputs, DOUBLE_NETWORK).tolerance()).isEqualTo(1e-5);
    assertThat(vectors(doubles, coarse, DOUBLE_NETWORK).tolerance()).isEqualTo(1e-5);
    assertThat(vectors(doubles, outputs, FLOAT_PREDICTOR).tolerance()).isEqualTo(1e-5);
  }

  private static TestVectors vectors(Tensor x, Tensor y, NetworkInterface extended) {
    byte[] file = WeightRulesTest.safetensors(Map.of(), x, y);
    Declared net =
        new Declared()
            .model(ModelRulesTest.model(0, 1))
            .vectors("v.safetensors", file)
            .extending(extended);
    return model(net).vectors().orElseThrow();
  }
}
