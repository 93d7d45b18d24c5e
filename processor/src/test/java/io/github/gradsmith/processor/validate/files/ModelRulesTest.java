package io.github.gradsmith.processor.validate.files;

import static io.github.gradsmith.processor.model.NetworkInterface.DOUBLE_NETWORK;
import static io.github.gradsmith.processor.validate.Declared.sigmoids;
import static io.github.gradsmith.processor.validate.Judged.assertFaults;
import static io.github.gradsmith.processor.validate.files.WeightRulesTest.safetensors;
import static io.github.gradsmith.processor.validate.files.WeightRulesTest.tensor;

import io.github.gradsmith.Activation;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.ModelImport;
import io.github.gradsmith.processor.model.Shape;
import io.github.gradsmith.processor.validate.Declared;
import io.github.gradsmith.processor.validate.rule.Rule;
import io.github.gradsmith.safetensors.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of models and of test vectors. */
public class ModelRulesTest {
  private static final Rule MODEL = new ModelFits();
  private static final Rule VECTORS = new VectorsFit();

  /** The model of a network {2, 3, 1}, whose parameters are 1 but for one of them. */
  public static ModelImport.Network model(int place, double value) {
    double[] parameters = new double[2 * 3 + 3 + 3 + 1];
    Arrays.fill(parameters, 1);
    parameters[place] = value;
    ActivationChoice tanh = new ActivationChoice.Named(Activation.TANH);
    return new ModelImport.Network(List.of(2, 3, 1), List.of(tanh, tanh), parameters);
  }

  private static Declared vectors(Tensor... tensors) {
    return sigmoids(2, 3, 1)
        .weights("w.npz", null)
        .vectors("v.safetensors", safetensors(Map.of(), tensors));
  }

  @Test
  void aModelStandsAlone() {
    assertFaults(MODEL, sigmoids(2, 1));
    assertFaults(MODEL, new Declared().model(model(0, 1)));
    assertFaults(
        MODEL,
        sigmoids(2, 3, 1).formulaToo("z").weights("w.npz", null).names("a", "b").model(model(0, 1)),
        "GS059 layers | layers is written beside model, but net.onnx gives | Remove layers,",
        "GS059 activation | activation is",
        "GS059 formula | formula is",
        "GS059 weights | weights is",
        "GS059 names | names is");
  }

  private static ModelImport.Graph graph(double parameter, double... statistics) {
    return new ModelImport.Graph(
        "x",
        Shape.of(2),
        List.of(
            new ModelImport.Layer(Optional.empty(), new LayerChoice.Normalization(), List.of(1))),
        new double[] {1, parameter},
        statistics,
        2,
        Optional.of("node 9, ArgMax"));
  }

  @Test
  void aGraphCanBecomeANetwork() {
    assertFaults(
        MODEL,
        new Declared().model(graph(Double.NaN)),
        "GS062 model | The parameters in net.onnx | [1] is NaN",
        "GS111 model | net.onnx ends in the place of its largest output, node 9, ArgMax");
    assertFaults(MODEL, new Declared().model(graph(1, 0, 0, 1, 1)), "GS111 model | net.onnx ends");
  }

  @Test
  void anOutputIsThatOfAModel() {
    assertFaults(
        MODEL, sigmoids(2, 1).output("y"), "GS110 output | output names \"y\" | Write model =");
  }

  @Test
  void aModelCanBecomeANetwork() {
    assertFaults(MODEL, new Declared().model(null), "GS046 model | file net.onnx | /here, /there");
    assertFaults(
        MODEL,
        new Declared().model(new ModelImport.Damaged("it is torn")),
        "GS060 model | net.onnx is no ONNX model that can be read: it is torn.");
    assertFaults(
        MODEL,
        new Declared().model(new ModelImport.Refused("it loops")),
        "GS061 model | net.onnx cannot become a network: it loops.");
  }

  @ParameterizedTest
  @CsvSource({
    "0, weights of layer 2, '[0, 0]'",
    "5, weights of layer 2, '[2, 1]'",
    "6, biases of layer 2, [0]",
    "8, biases of layer 2, [2]",
    "9, weights of layer 3, '[0, 0]'",
    "11, weights of layer 3, '[0, 2]'",
    "12, biases of layer 3, [0]"
  })
  void itsParametersAreFinite(int place, String what, String where) {
    String found = "GS062 model | The " + what + " in net.onnx are not finite: " + where + " is ";
    Declared nan = new Declared().model(model(place, Double.NaN));
    assertFaults(MODEL, nan, found + "NaN. | another state of it.");
    Declared large = new Declared().model(model(place, 1e39));
    assertFaults(MODEL, large, found + "1.0E39. | of it, or extend DoubleNetwork: it is no float.");
    assertFaults(MODEL, large.extending(DOUBLE_NETWORK));
  }

  @Test
  void vectorsHaveANetworkToTest() {
    assertFaults(VECTORS, sigmoids(2, 1));
    assertFaults(VECTORS, vectors(tensor("x", 4, 2), tensor("y", 4, 1)));
    assertFaults(
        VECTORS,
        sigmoids(2, 1).vectors("v.safetensors", null),
        "GS056 vectors | vectors names v.safetensors");
    assertFaults(
        VECTORS,
        new Declared().model(model(0, 1)).vectors("v.safetensors", null),
        "GS046 vectors | v.safetensors");
    assertFaults(
        VECTORS,
        sigmoids(2, 1).weights("w.npz", null).vectors("v.safetensors", new byte[2]),
        "GS048 vectors | v.safetensors cannot be read: ");
    assertFaults(VECTORS, vectors(tensor("x", 4, 2)).layers(2));
  }

  @Test
  void vectorsHaveInputsAndOutputs() {
    assertFaults(VECTORS, vectors(tensor("x", 4, 2), tensor("y", 4, 1), tensor("z", 1)));
    assertFaults(
        VECTORS,
        vectors(tensor("x", 4, 2), tensor("z", 4, 1)),
        "GS057 vectors | v.safetensors holds no test vectors of this network: it has the tensors"
            + " [x, z].");
    assertFaults(VECTORS, vectors(tensor("y", 4, 1)), "GS057 vectors | it has the tensors [y]");
  }

  @Test
  void vectorsHaveTheNetworksWidths() {
    assertFaults(
        VECTORS,
        vectors(tensor("x", 4, 3), tensor("y", 4, 1)),
        "GS057 vectors | x has shape [4, 3] and y [4, 1], expected [n, 2] and [n, 1] with one n");
    assertFaults(
        VECTORS, vectors(tensor("x", 4, 2), tensor("y", 4, 2)), "GS057 vectors | y [4, 2]");
    assertFaults(
        VECTORS, vectors(tensor("x", 4, 2), tensor("y", 3, 1)), "GS057 vectors | y [3, 1]");
    assertFaults(VECTORS, vectors(tensor("x", 0, 2), tensor("y", 0, 1)), "GS057 vectors | x has");
    assertFaults(
        VECTORS, vectors(tensor("x", 8), tensor("y", 8)), "GS057 vectors | x has shape [8]");
  }

  @Test
  void outputsHaveMoreThan16Bits() {
    String header =
        "{'x':{'dtype':'BF16','shape':[1,2],'data_offsets':[0,4]},"
            + "'y':{'dtype':'F16','shape':[1,1],'data_offsets':[4,6]}}";
    byte[] file = WeightRulesTest.raw(header, 6);
    assertFaults(
        VECTORS,
        vectors().vectors("v.safetensors", file),
        "GS057 vectors | y has 16 bits a number, too coarse to compare with");
    header =
        header.replace(
            "F16','shape':[1,1],'data_offsets':[4,6]", "F32','shape':[1,1],'data_offsets':[4,8]");
    assertFaults(VECTORS, vectors().vectors("v.safetensors", WeightRulesTest.raw(header, 8)));
  }

  @Test
  void vectorsAreFewEnough() {
    int most = 1 << 20;
    int rows = most / 4;
    Declared net = vectors(tensor("x", rows, 3), tensor("y", rows, 1)).layers(3, 1);
    assertFaults(VECTORS, net);
    net = vectors(tensor("x", rows + 1, 3), tensor("y", rows + 1, 1)).layers(3, 1);
    assertFaults(VECTORS, net, "GS057 vectors | it holds more than 1048576 numbers");
  }

  @Test
  void vectorsAreFinite() {
    Tensor y = tensor("y", 2, 1);
    Tensor x = Tensor.of("x", new double[] {1, 2, 1e39, 4}, 2, 2);
    assertFaults(
        VECTORS,
        vectors(x, y),
        "GS057 vectors | x holds 1.0E39 at [1, 0], but its numbers must be finite in the range of"
            + " float.");
    assertFaults(VECTORS, vectors(x, y).extending(DOUBLE_NETWORK));
    y = Tensor.of("y", new float[] {1, Float.NaN}, 2, 1);
    assertFaults(
        VECTORS,
        vectors(tensor("x", 2, 2), y),
        "GS057 vectors | y holds NaN at [1, 0], but its numbers must be finite.");
  }
}
