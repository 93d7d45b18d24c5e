package io.github.gradsmith.processor.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.github.gradsmith.processor.model.ModelImport;
import io.github.gradsmith.processor.onnx.value.Tensors;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Layers, weights and what goes without a trace. */
class OnnxImportTest {
  private static final double[] PARAMETERS = {1, 2, 3, 4, 0.5, -0.5};

  private static void isTheLayer(Model model) {
    ModelImport.Network network = model.network();
    assertThat(network.widths()).containsExactly(2, 2);
    assertThat(network.parameters()).containsExactly(PARAMETERS);
    assertThat(model.activations()).containsExactly("IDENTITY");
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 9, 11, 13, 17, 22})
  void layersFollowOneAnother(int opset) {
    Model model =
        Model.ofLayer()
            .opset(opset)
            .node("Relu")
            .tensor("w", new int[] {2, 3}, 1, 2, 3, 4, 5, 6)
            .node("MatMul", "_", "w")
            .tensor("b", new int[] {3}, 7, 8, 9)
            .node("Add", "b", "_")
            .node("Sigmoid")
            .tensor("v", new int[] {1, 3}, -1, -2, -3)
            .node("Gemm", "_", "v")
            .with("transB", 1);
    assertThat(model.network().widths()).containsExactly(2, 2, 3, 1);
    assertThat(model.activations()).containsExactly("RELU", "SIGMOID", "IDENTITY");
    assertThat(model.network().parameters())
        .containsExactly(1, 2, 3, 4, .5, -.5, 1, 4, 2, 5, 3, 6, 7, 8, 9, -1, -2, -3, 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 26})
  void otherOperatorSetsAreRefused(int opset) {
    assertThat(Model.ofLayer().opset(opset).imported())
        .isEqualTo(
            new ModelImport.Refused(
                "it is written in operator set "
                    + opset
                    + "; supported are 6 to 25; export it with opset_version=17"));
  }

  @Test
  void attributesOfGemmAreApplied() {
    ModelImport.Network network =
        Model.ofInput(-1, 2)
            .tensor("w", new int[] {2, 2}, 1, 3, 2, 4)
            .tensor("b", new int[] {1, 2}, 1, -1)
            .node("Gemm", "_", "w", "b")
            .with("alpha", 2f)
            .with("beta", 0.5f)
            .network();
    assertThat(network.parameters()).containsExactly(2, 4, 6, 8, 0.5, -0.5);
  }

  @Test
  void biasesMayBeSingleOrMissing() {
    Model model = Model.ofInput(-1, 2).tensor("w", new int[] {2, 2}, 1, 3, 2, 4);
    assertThat(model.node("Gemm", "_", "w").network().parameters())
        .containsExactly(1, 2, 3, 4, 0, 0);
    model = Model.ofInput(-1, 2).tensor("w", new int[] {2, 2}, 1, 3, 2, 4);
    model.tensor("b", new int[0], 3).node("Gemm", "_", "w", "b");
    assertThat(model.network().parameters()).containsExactly(1, 2, 3, 4, 3, 3);
  }

  @Test
  void aRowThatIsSubtractedIsABiasToo() {
    isTheLayer(
        Model.ofInput(-1, 2)
            .tensor("w", new int[] {2, 2}, 1, 2, 3, 4)
            .node("Transpose", "w")
            .with("perm", new int[] {1, 0})
            .node("MatMul", "x", "_")
            .tensor("b", new int[] {1, 2}, -0.5, 0.5)
            .node("Sub", "_", "b"));
  }

  @Test
  void weightsMayComeFromConstantNodes() {
    TensorProto weights = Model.raw("", DataType.FLOAT, new int[] {2, 2}, floats(1, 2, 3, 4));
    TensorProto biases = Model.raw("", DataType.FLOAT, new int[] {2}, floats(.5f, -.5f));
    Model model = Model.ofInput(1, 2);
    model.graph().addNodeBuilder().setOpType("Constant").addOutput("w");
    model.with("value", weights);
    model.graph().addNodeBuilder().setOpType("Constant").addOutput("b");
    model.with("value", biases);
    isTheLayer(model.node("Gemm", "x", "w", "b").with("transB", 1));
  }

  private static ByteBuffer floats(float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      bytes.putFloat(value);
    }
    return bytes;
  }

  @Test
  void initializersMayBeListedAsInputs() {
    Model model = Model.ofLayer();
    model.graph().addInput(Model.value("w0", DataType.FLOAT, 2, 2));
    model.graph().addInput(Model.value("b0", DataType.FLOAT, 2));
    isTheLayer(model);
  }

  @Test
  void whatTheOutputDoesNotNeedIsOfNoAccount() {
    Model model = Model.ofLayer();
    model.graph().addNodeBuilder().setOpType("Conv").addInput("x").addOutput("other");
    isTheLayer(model);
  }

  @Test
  void nodesThatDoNothingGo() {
    isTheLayer(
        Model.ofInput(-1, 1, 2)
            .node("Identity")
            .node("Flatten")
            .node("Dropout")
            .with("ratio", 0.25f)
            .layer()
            .node("Cast")
            .with("to", DataType.FLOAT_VALUE)
            .tensor("ratio", new int[0], 0.5)
            .tensor(
                TensorProto.newBuilder()
                    .setName("training")
                    .setDataType(DataType.BOOL_VALUE)
                    .addInt32Data(0)
                    .build())
            .node("Dropout", "_", "ratio", "training")
            .node("Identity"));
  }

  @Test
  void samplesMayBeFlattened() {
    isTheLayer(Model.ofInput(-1, 1, 2, 1).node("Flatten").with("axis", 1).layer());
    isTheLayer(Model.ofInput(7, 2, 1).node("Flatten").with("axis", -2).layer());
    isTheLayer(reshaped(new int[] {-1, 2, 1}, -1, 2));
    isTheLayer(reshaped(new int[] {-1, 2, 1}, 0, -1));
    isTheLayer(reshaped(new int[] {5, 1, 2}, 5, -1));
    isTheLayer(reshaped(new int[] {1, 1, 2}, 1, 2));
    isTheLayer(reshaped(new int[] {2}, 1, 2));
    isTheLayer(Model.ofInput(-1, 1, 2).integers("axes", 1).node("Squeeze", "_", "axes").layer());
    isTheLayer(
        Model.ofInput(-1, 2, 1).opset(11).node("Squeeze").with("axes", new int[] {2}).layer());
    isTheLayer(Model.ofInput(2).integers("axes", 0).node("Unsqueeze", "_", "axes").layer());
  }

  private static Model reshaped(int[] input, long... shape) {
    return Model.ofInput(input).integers("shape", shape).node("Reshape", "_", "shape").layer();
  }

  /** As exporters of PyTorch may write {@code x.view(x.size(0), -1)}. */
  @Test
  void shapesMayBeComputed() {
    for (int batch : new int[] {-1, 4}) {
      isTheLayer(
          Model.ofInput(batch, 1, 2)
              .opset(11)
              .node("Shape", "x")
              .tensor(
                  TensorProto.newBuilder()
                      .setName("zero")
                      .setDataType(DataType.INT64_VALUE)
                      .addInt64Data(0)
                      .build())
              .node("Gather", "_", "zero")
              .with("axis", 0)
              .node("Unsqueeze")
              .with("axes", new int[] {0})
              .integers("rest", -1)
              .node("Concat", "_", "rest")
              .with("axis", 0)
              .node("Reshape", "x", "_")
              .layer());
    }
  }

  /** As {@code squeeze(-1)} of a network with one output. */
  @Test
  void aSingleNeuronMayLoseItsDimension() {
    Model model =
        Model.ofLayer()
            .tensor("w", new int[] {2, 1}, 1, 2)
            .node("MatMul", "_", "w")
            .integers("axes", -1)
            .node("Squeeze", "_", "axes")
            .node("Sigmoid");
    assertThat(model.activations()).containsExactly("IDENTITY", "SIGMOID");
  }

  @Test
  void aModelWithoutAShapeTakesRows() {
    Model model = Model.ofLayer();
    model.graph().getInputBuilder(0).getTypeBuilder().getTensorTypeBuilder().clearShape();
    isTheLayer(model);
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE", "FLOAT16", "BFLOAT16"})
  void tensorsAreReadInEveryEncoding(DataType type) {
    isTheLayer(encoded(type, true));
    isTheLayer(encoded(type, false));
  }

  private static Model encoded(DataType type, boolean raw) {
    return Model.ofInput(-1, 2)
        .tensor(tensor("w", type, raw, new int[] {2, 2}, 1, 2, 3, 4))
        .tensor(tensor("b", type, raw, new int[] {2}, 0.5, -0.5))
        .node("Gemm", "_", "w", "b")
        .with("transB", 1);
  }

  private static TensorProto tensor(
      String name, DataType type, boolean raw, int[] dims, double... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(width(type) * values.length).order(ByteOrder.LITTLE_ENDIAN);
    TensorProto.Builder typed = Model.raw(name, type, dims, ByteBuffer.allocate(0)).toBuilder();
    typed.clearRawData();
    for (double value : values) {
      switch (type) {
        case DOUBLE -> {
          bytes.putDouble(value);
          typed.addDoubleData(value);
        }
        case FLOAT -> {
          bytes.putFloat((float) value);
          typed.addFloatData((float) value);
        }
        default -> {
          int bits = type == DataType.FLOAT16 ? half(value) : brain(value);
          bytes.putShort((short) bits);
          typed.addInt32Data(bits);
        }
      }
    }
    return raw ? Model.raw(name, type, dims, bytes) : typed.build();
  }

  private static int width(DataType type) {
    return type == DataType.DOUBLE ? 8 : type == DataType.FLOAT ? 4 : 2;
  }

  /** binary16 of these numbers, from the tables of IEEE 754. */
  private static int half(double value) {
    return List.of(0x3c00, 0x4000, 0x4200, 0x4400, 0x3800, 0xb800)
        .get(List.of(1.0, 2.0, 3.0, 4.0, 0.5, -0.5).indexOf(value));
  }

  private static int brain(double value) {
    return Float.floatToRawIntBits((float) value) >>> 16;
  }

  /** The smallest, the largest below 1, and the largest of all. */
  @Test
  void halvesAreThoseOfTheStandard() {
    assertThat(Tensors.half((short) 0x0001)).isEqualTo(0x1p-24);
    assertThat(Tensors.half((short) 0x3bff)).isEqualTo(1 - 0x1p-11);
    assertThat(Tensors.half((short) 0x7bff)).isEqualTo(65504);
    assertThat(Tensors.half((short) 0xfc00)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Tensors.half((short) 0x7e00)).isNaN();
  }
}
