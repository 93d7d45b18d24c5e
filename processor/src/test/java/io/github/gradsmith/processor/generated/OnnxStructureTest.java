package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import io.github.gradsmith.Activation;
import io.github.gradsmith.DoublePredictor;
import io.github.gradsmith.FloatPredictor;
import io.github.gradsmith.Onnx;
import io.github.gradsmith.processor.model.ModelImport;
import io.github.gradsmith.processor.onnx.OnnxImport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Written models as ONNX's own classes read them; those of doubles run where ONNX Runtime can, and
 * where it cannot, as the Javadoc of {@code Onnx} says, that is held, too.
 */
class OnnxStructureTest {
  private static final double TOLERANCE = 1e-12;

  /** ONNX keeps LeakyRelu's slope of 0.01 as a float. */
  private static final double ROUNDED_SLOPE = 1e-8;

  private static final int FLOAT = 1;
  private static final int DOUBLE = 11;

  /** What ONNX Runtime has no kernels for on doubles. */
  private static final Set<String> FLOATS_ONLY =
      Set.of("Elu", "Selu", "Softplus", "Softsign", "HardSigmoid", "Erf", "Atan", "Cosh", "Sinh");

  /** What follows the second layer's Gemm. */
  private static final Map<String, List<String>> OPERATORS =
      Map.ofEntries(
          Map.entry("SIGMOID", List.of("Sigmoid")),
          Map.entry("TANH", List.of("Tanh")),
          Map.entry("RELU", List.of("Relu")),
          Map.entry("LEAKY_RELU", List.of("LeakyRelu")),
          Map.entry("ELU", List.of("Elu")),
          Map.entry("SELU", List.of("Selu")),
          Map.entry("SOFTPLUS", List.of("Softplus")),
          Map.entry("SOFTSIGN", List.of("Softsign")),
          Map.entry("SILU", List.of("Sigmoid", "Mul")),
          Map.entry("GELU", List.of("Div", "Erf", "Mul", "Add", "Mul")),
          Map.entry("MISH", List.of("Softplus", "Tanh", "Mul")),
          Map.entry("HARD_SIGMOID", List.of("HardSigmoid")),
          Map.entry("IDENTITY", List.of()),
          Map.entry("SOFTMAX", List.of("Softmax")),
          Map.entry("LOG_SOFTMAX", List.of("LogSoftmax")));

  private static CompiledNetworks networks;

  static List<String> formulas() {
    return OnnxSamples.FORMULAS;
  }

  @BeforeAll
  static void compile() {
    CompiledNetworks.Builder builder = CompiledNetworks.builder();
    for (Activation activation : Activation.values()) {
      builder.add(activation.name(), "DoublePredictor", OnnxSamples.of(activation));
    }
    for (int i = 0; i < OnnxSamples.FORMULAS.size(); i++) {
      builder.add("Net" + i, "DoublePredictor", OnnxSamples.of(OnnxSamples.FORMULAS.get(i)));
    }
    builder.add("Single", "FloatPredictor", "layers = {3, 5, 4}, activation = {TANH, GELU}");
    networks = builder.compile();
  }

  @ParameterizedTest
  @EnumSource
  void everyActivationIsWellFormed(Activation activation) throws IOException, OrtException {
    OnnxMl.ModelProto model = check(activation.name());
    if (!OPERATORS.containsKey(activation.name())) {
      return; // a new one, which WrittenFilesTest runs
    }
    List<String> operators =
        model.getGraph().getNodeList().stream().map(OnnxMl.NodeProto::getOpType).toList();
    assertThat(operators.subList(operators.lastIndexOf("Gemm") + 1, operators.size()))
        .isEqualTo(OPERATORS.get(activation.name()));
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void everyFormulaIsWellFormed(String formula) throws IOException, OrtException {
    check("Net" + OnnxSamples.FORMULAS.indexOf(formula));
  }

  @Test
  void attributesAreOurs() throws IOException {
    OnnxMl.NodeProto leaky = last("LEAKY_RELU");
    assertThat(leaky.getAttribute(0).getName()).isEqualTo("alpha");
    assertThat(leaky.getAttribute(0).getF()).isEqualTo(0.01f);
    assertThat(leaky.getAttribute(0).getType())
        .isEqualTo(OnnxMl.AttributeProto.AttributeType.FLOAT);
    OnnxMl.NodeProto hard = last("HARD_SIGMOID");
    assertThat(hard.getAttributeList())
        .extracting(OnnxMl.AttributeProto::getName)
        .containsExactly("alpha", "beta");
    assertThat(hard.getAttribute(0).getF()).isEqualTo((float) (1.0 / 6));
    assertThat(hard.getAttribute(1).getF()).isEqualTo(0.5f);
    OnnxMl.AttributeProto axis = last("SOFTMAX").getAttribute(0);
    assertThat(axis.getName()).isEqualTo("axis");
    assertThat(axis.getI()).isEqualTo(-1);
    assertThat(axis.getType()).isEqualTo(OnnxMl.AttributeProto.AttributeType.INT);
    OnnxMl.NodeProto gemm = model(doubles("TANH")).getGraph().getNode(0);
    assertThat(gemm.getInputList()).containsExactly("input", "layer2.weight", "layer2.bias");
    assertThat(gemm.getAttributeList())
        .extracting(OnnxMl.AttributeProto::getName)
        .containsExactly("transB");
    assertThat(gemm.getAttribute(0).getI()).isEqualTo(1);
  }

  @Test
  void floatsKeepTheirBits() throws IOException {
    FloatPredictor network = networks.create("Single", 3, FloatPredictor.class);
    float[] parameters = new float[network.parameterCount()];
    Random random = new Random(4);
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = random.nextFloat() - 0.5f;
    }
    parameters[0] = -0.0f;
    parameters[1] = Float.MIN_VALUE;
    network.setParameters(parameters);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Onnx.write(network, out);
    OnnxMl.ModelProto model = OnnxMl.ModelProto.parseFrom(out.toByteArray());
    OnnxShape.check(model, FLOAT, "3,5,4", "TANH,GELU");
    ByteBuffer expected = ByteBuffer.allocate(4 * parameters.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float parameter : parameters) {
      expected.putFloat(parameter);
    }
    assertThat(OnnxShape.parameters(model)).isEqualTo(expected.array());
  }

  @Test
  void aNetworkWithoutRowsHasNoRawNumbers() {
    FloatPredictor network = networks.create("Single", 3, FloatPredictor.class);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThatThrownBy(() -> Onnx.write(network, out, Onnx.Option.RAW_NUMBERS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("SingleImpl has no rows: RAW_NUMBERS puts the scaling");
    DoublePredictor other = doubles("TANH");
    assertThatThrownBy(() -> Onnx.write(other, out, Onnx.Option.RAW_NUMBERS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("TANHImpl has no rows");
    assertThat(out.size()).isZero();
  }

  private static OnnxMl.ModelProto check(String name) throws IOException, OrtException {
    DoublePredictor network = doubles(name);
    OnnxMl.ModelProto model = model(network);
    OnnxShape.check(model, DOUBLE, "3,5,4", String.join(",", network.topology().activations()));
    double[] parameters = new double[network.parameterCount()];
    network.getParameters(parameters);
    ByteBuffer expected = ByteBuffer.allocate(8 * parameters.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double parameter : parameters) {
      expected.putDouble(parameter);
    }
    assertThat(OnnxShape.parameters(model)).isEqualTo(expected.array());
    ModelImport read = OnnxImport.of(model.toByteArray());
    assertThat(read).isInstanceOf(ModelImport.Network.class);
    assertThat(((ModelImport.Network) read).parameters()).isEqualTo(parameters);
    ReadActivations.same(
        ((ModelImport.Network) read).activations(), network.topology().activations());
    Set<String> operators = new HashSet<>();
    model.getGraph().getNodeList().forEach(node -> operators.add(node.getOpType()));
    operators.retainAll(FLOATS_ONLY);
    if (operators.isEmpty()) {
      run(model, network);
    } else {
      assertThatThrownBy(() -> run(model, network))
          .isInstanceOf(OrtException.class)
          .hasMessageContaining("NOT_IMPLEMENTED");
    }
    return model;
  }

  /** Basic, as the extended rewritings make of z σ(z) an operator without a kernel for doubles. */
  private static void run(OnnxMl.ModelProto model, DoublePredictor network) throws OrtException {
    boolean rounded = network.topology().activations().contains("LEAKY_RELU");
    double tolerance = rounded ? ROUNDED_SLOPE : TOLERANCE;
    double[][] inputs = {{0.5, -1, 0.25}, {2, 1, -3}};
    try (OnnxSession session = new OnnxSession(model.toByteArray(), OptLevel.BASIC_OPT)) {
      double[][] outputs = session.run(inputs);
      for (int row = 0; row < inputs.length; row++) {
        assertThat(outputs[row]).containsExactly(network.forward(inputs[row]), within(tolerance));
      }
    }
  }

  private static OnnxMl.NodeProto last(String name) throws IOException {
    List<OnnxMl.NodeProto> nodes = model(doubles(name)).getGraph().getNodeList();
    return nodes.get(nodes.size() - 1);
  }

  /** With parameters, biases too, that are no floats. */
  private static DoublePredictor doubles(String name) {
    DoublePredictor network = networks.create(name, 1, DoublePredictor.class);
    Random random = new Random(name.hashCode());
    network.setParameters(
        IntStream.range(0, network.parameterCount())
            .mapToDouble(i -> random.nextDouble(-1, 1))
            .toArray());
    return network;
  }

  private static OnnxMl.ModelProto model(DoublePredictor network) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Onnx.write(network, out);
    return OnnxMl.ModelProto.parseFrom(out.toByteArray());
  }
}
