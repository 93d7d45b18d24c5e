package io.github.gradsmith.processor.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.InvalidProtocolBufferException;
import io.github.gradsmith.processor.model.ModelImport;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What cannot become a network is named, with what is supported instead. */
class RefusedModelsTest {
  private static void refused(Model model, String... texts) {
    assertThat(model.imported()).isInstanceOf(ModelImport.Refused.class);
    assertThat(((ModelImport.Refused) model.imported()).reason()).contains(texts);
  }

  private static void damaged(Model model, String text) {
    damaged(model.bytes(), text);
  }

  private static void damaged(byte[] bytes, String text) {
    assertThat(OnnxImport.of(bytes)).isInstanceOf(ModelImport.Damaged.class);
    assertThat(((ModelImport.Damaged) OnnxImport.of(bytes)).reason()).contains(text);
  }

  @Test
  void otherOperators() {
    refused(
        Model.ofInput(-1, 1, 28, 28).node("Conv"),
        "node 1, Conv \"n1\": this operator is not supported; supported are Abs, Add, ",
        ", Gemm, ",
        ", Where");
    refused(
        Model.ofLayer().node("Normalizer").domain("ai.onnx.ml"),
        "node 2, ai.onnx.ml.Normalizer \"n2\": this operator is not supported");
  }

  @Test
  void otherWaysThanOneLayerAfterAnother() {
    refused(
        Model.ofLayer().node("Relu").layer().node("Max", "_", "t2"),
        "it joins values of two layers, which is supported of Add, ");
    refused(
        Model.ofLayer().tensor("v", new int[] {2, 2}, 1, 2, 3, 4).node("MatMul", "v", "_"),
        "it multiplies a constant of shape [2, 2] by what comes from the input, of shape [?, 2]");
    refused(
        Model.ofLayer().node("MatMul", "_", "_"),
        "it multiplies two values that come from the input");
    refused(Model.ofInput(-1, 2).node("Relu"), "comes from no layer");
    refused(
        Model.ofLayer().tensor("slope", new int[] {2}, 1, 2).node("PRelu", "_", "slope"),
        "an operand of shape [2]; in an activation only single numbers");
    refused(
        Model.ofLayer().node("Sigmoid").tensor("row", new int[] {2}, 1, 2).node("Add", "_", "row"),
        "node 3, Add \"n3\": its factors and terms, one for each number, fit into no dense layer");
  }

  /** Folded into the layer, a bias would change what the other node takes. */
  @Test
  void aSumThatIsTakenTwice() {
    refused(
        Model.ofLayer()
            .tensor("row", new int[] {2}, 1, 2)
            .node("Identity")
            .node("Add", "_", "row")
            .node("Mul", "_", "t1"),
        "node 3, Add \"n3\": its factors and terms, one for each number, fit into no dense layer");
  }

  @Test
  void softmaxElsewhereThanLast() {
    refused(Model.ofLayer().node("Softmax").layer(), "a layer after SOFTMAX");
    refused(
        Model.ofLayer().node("LogSoftmax").node("Tanh"), "LOG_SOFTMAX can be the last operator");
    refused(
        Model.ofLayer().node("Softmax").with("axis", 0), "axis = 0 of a tensor of shape [?, 2]");
  }

  @Test
  void otherShapes() {
    refused(Model.ofInput(-1, 3).layer(), "weights for 2 inputs, but a batch of shape [?, 3]");
    refused(
        Model.ofLayer().integers("shape", -1, 1).node("Reshape", "_", "shape"),
        "the output \"t2\" of shape [2 × ?, 1] has no place of its own for each sample of 2 numbers,"
            + " which mixes samples; supported is [batch, 2]");
    Model fixed = Model.ofInput(3, 2).layer().integers("shape", 6, 1);
    refused(fixed.node("Reshape", "_", "shape"), "of shape [6, 1]", "which mixes samples");
    refused(
        Model.ofInput(-1, -1, 2).tensor("w", new int[] {2, 2}, 1, 2, 3, 4).node("Flatten"),
        "comes from no layer");
    refused(
        Model.ofLayer().node("Concat", "_", "_").with("axis", 0),
        "along axis 0 of a batch of shape [?, 2], which mixes samples");
    refused(Model.ofLayer().integers("i", 0).node("Gather", "_", "i"), "along axis 0 of a batch");
    refused(Model.ofLayer().node("Reshape", "_", "_"), "a shape that is computed");
    refused(
        Model.ofInput(-1, 4).integers("shape", 1, 4).node("Reshape", "_", "shape"),
        "becomes [1, 4], which fixes how many samples there are");
    refused(
        Model.ofInput(-1, 4).integers("shape", -1, 3).node("Reshape", "_", "shape"),
        "becomes [-1, 3], which mixes samples");
    refused(
        Model.ofInput(-1, 2).integers("shape", 1, -1).node("Reshape", "_", "shape").layer(),
        "[1, 2 × ?] samples of 2 numbers are joined in a row, which mixes samples");
  }

  @Test
  void transpositions() {
    refused(
        Model.ofLayer().node("Transpose"),
        "a batch of shape [?, 2] becomes [2, ?] with its numbers in another order, which mixes"
            + " samples");
    refused(
        Model.ofInput(-1, 2, 2, 2).node("Transpose").with("perm", new int[] {0, 2, 1, 3}),
        "[?, 2, 2, 2] with its numbers in another order, which mixes neurons");
    refused(
        Model.ofInput(1, 2, 2).node("Transpose").with("perm", new int[] {2, 1, 0}),
        "mixes neurons");
    damaged(Model.ofInput(-1, 2).node("Transpose").with("perm", new int[] {0, 0}), "axes [0, 0]");
  }

  /** Repeated along dimensions of 1 the numbers of one sample would meet those of others. */
  @Test
  void operandsOfOtherShapes() {
    Model columns = Model.ofLayer().integers("axes", 2).node("Unsqueeze", "_", "axes");
    refused(columns.node("Mul", "_", "t1"), "it joins values of the shapes [?, 2", "each meets");
    Model single =
        Model.ofInput(-1, 2).tensor("w", new int[] {2, 1}, 1, 2).node("MatMul", "_", "w");
    single.integers("axes", -1).node("Squeeze", "_", "axes").node("Add", "_", "t1");
    refused(single, "it joins values of the shapes");
    Model bias = Model.ofLayer().integers("axes", 2).node("Unsqueeze", "_", "axes");
    refused(bias.tensor("row", new int[] {2}, 1, 2).node("Add", "_", "row"), "shape [2]");
  }

  /** A size of the input is another one for every batch. */
  @Test
  void sizesAmongNumbers() {
    Model model = Model.ofLayer().integers("i", 0).node("Shape", "x").node("Gather", "_", "i");
    refused(
        model.node("Cast").with("to", DataType.FLOAT_VALUE).node("Mul", "t1", "_"),
        "a size of the input becomes a floating-point number");
    Model product = Model.ofLayer().integers("i", 0).node("Shape", "x").node("Gather", "_", "i");
    refused(product.node("Mul", "t1", "_"), "it joins numbers with integers");
  }

  @Test
  void comparisonsAsNumbers() {
    Model step = Model.ofLayer().tensor("zero", new int[0], 0).node("Greater", "_", "zero");
    refused(step, "the output \"t2\" is a comparison, true or false; supported are numbers");
    Model cast = Model.ofLayer().tensor("zero", new int[0], 0).node("Greater", "_", "zero");
    refused(cast.node("Cast").with("to", DataType.FLOAT_VALUE), "numbers of a comparison");
  }

  @Test
  void nodesInACircle() {
    Model model = Model.ofLayer().node("Add", "t1", "t3").node("Tanh", "t2");
    damaged(model, ": it depends on its own output");
    Model twice = Model.ofLayer().node("Tanh").node("Relu");
    twice.graph().getNodeBuilder(1).setOutput(0, "t3");
    damaged(twice, "two nodes give \"t3\"");
  }

  @Test
  void inputsThatCannotBeTakenInByTheFirstLayer() {
    Model far = Model.ofInput(-1, 2).tensor("m", new int[] {2}, -1, -1000).node("Mul", "_", "m");
    refused(far.node("Tanh").layer(), "node 1, Mul \"n1\": its factors and terms, one for each");
    Model other = Model.ofInput(-1, 2).tensor("m", new int[] {3}, 1, 2, 3).node("Sub", "_", "m");
    refused(
        other.layer(),
        "the input of shape [?, 2] meets an operand of shape [3]; supported before the first layer"
            + " is to add, subtract, multiply or divide by one number, or by one for each of a"
            + " sample's 2");
    Model column = Model.ofInput(2, 2).tensor("m", new int[] {2, 1}, 1, 2).node("Sub", "_", "m");
    refused(column.layer(), "the input of shape [2, 2] meets an operand of shape [2, 1]");
  }

  /** Half of an open batch has no size, whatever the division of whole numbers leaves. */
  @Test
  void aBatchThatIsSharedOut() {
    refused(
        Model.ofInput(-1, 1)
            .node("Shape")
            .with("end", 1)
            .integers("two", 2)
            .node("Div", "_", "two")
            .node("Concat", "_", "two")
            .with("axis", 0)
            .node("Reshape", "x", "_")
            .layer(),
        "node 2, Div \"n2\": it divides the size of a batch by 2, which mixes samples");
  }

  @Test
  void aSqueezeThatMayDropTheBatch() {
    refused(
        Model.ofLayer().node("Squeeze"),
        "without axes it drops dimension 0 of a tensor of shape [?, 2], too, as soon as a batch has"
            + " one sample; name the axes to drop");
  }

  @Test
  void manyDimensions() {
    long[] axes = new long[100_000];
    Arrays.setAll(axes, i -> i);
    refused(
        Model.ofInput(-1, 2).integers("axes", axes).node("Unsqueeze", "_", "axes").layer(),
        "100000 dimensions; supported are up to 16");
    refused(
        Model.ofInput(-1, 2).integers("axes", axes).node("Reshape", "_", "axes").layer(),
        "100000 dimensions");
    refused(Model.ofInput(new int[100_000]).layer(), "of 100000 dimensions");
  }

  @Test
  void otherOperands() {
    refused(Model.ofLayer().node("Greater", "_", "_").node("Neg"), "a comparison");
    refused(Model.ofLayer().node("Where", "_", "_", "_"), "no comparison");
    refused(Model.ofLayer().node("Cast").with("to", DataType.INT64_VALUE), "a cast");
    refused(Model.ofLayer().node("Gelu").with("approximate", "some"), "approximate = \"some\"");
    refused(
        Model.ofLayer().tensor("no", new int[0], Double.NaN).node("Mul", "_", "no"),
        "NaN in an activation");
    refused(Model.ofInput(-1, 2).layer().with("transA", 1), "transA = 1");
    Model training = Model.ofLayer().tensor("yes", new int[0], 1);
    refused(training.node("Dropout", "_", "", "yes"), "in training mode");
  }

  @Test
  void activationsWithoutAnEnd() {
    Model squares = Model.ofLayer();
    for (int i = 0; i < 40; i++) {
      squares.node("Mul", "_", "_");
    }
    refused(squares, "node 9, Mul", "up to 200 numbers and names");
    Model nested = Model.ofLayer();
    for (int i = 0; i < 60; i++) {
      nested.node("Sin");
    }
    refused(nested, "the activation of layer 2 is no formula that can be read");
    Model constant = Model.ofLayer().tensor("zero", new int[0], 0).node("Mul", "_", "zero");
    refused(constant, "the same whatever its input");
  }

  @Test
  void otherTensors() {
    TensorProto.Builder outside = TensorProto.newBuilder().setName("w").setDataType(1);
    outside.addDims(2).addDims(2).setDataLocation(DataLocation.EXTERNAL);
    refused(
        Model.ofInput(-1, 2).tensor(outside.build()).node("MatMul", "_", "w"),
        "\"w\" is kept in another file");
    ByteBuffer bytes = ByteBuffer.allocate(4);
    refused(
        Model.ofInput(-1, 2)
            .tensor(Model.raw("w", DataType.INT8, new int[] {2, 2}, bytes))
            .node("MatMul", "_", "w"),
        "the tensor \"w\" is of type INT8");
    Model sparse = Model.ofInput(-1, 2).node("MatMul", "_", "w");
    sparse.graph().addSparseInitializerBuilder().getValuesBuilder().setName("w");
    refused(sparse, "\"w\" is sparse");
  }

  @Test
  void otherEnds() {
    Model two = Model.ofLayer();
    two.graph().addOutput(Model.value("a", DataType.FLOAT, 2));
    two.graph().addOutput(Model.value("b", DataType.FLOAT, 2));
    refused(two, "2 outputs, \"a\", \"b\"; name the one that is wanted: output = \"a\"");
    Model inputs = Model.ofLayer();
    inputs.graph().addInput(Model.value("y", DataType.FLOAT, 2));
    refused(inputs, "2 inputs, \"x\", \"y\"");
    Model integers = Model.ofLayer();
    integers.graph().setInput(0, Model.value("x", DataType.INT64, -1, 2));
    refused(integers, "\"x\" is of type INT64");
    Model early = Model.ofLayer().layer();
    early.graph().addOutput(Model.value("t1", DataType.FLOAT, 2));
    assertThat(early.network().widths()).containsExactly(2, 2);
  }

  @Test
  void brokenFiles() {
    damaged(new byte[0], "an empty file");
    damaged(new byte[] {8, 9}, "no graph");
    damaged("{\"format\": \"pt\"}".getBytes(StandardCharsets.UTF_8), "it is a text that begins");
    damaged("<!doctype html>".getBytes(StandardCharsets.UTF_8), "it is an HTML page");
    damaged(ModelProto.newBuilder().setIrVersion(8).build().toByteArray(), "no graph");
    byte[] bytes = Model.ofLayer().bytes();
    damaged(Arrays.copyOf(bytes, bytes.length - 3), "no protocol buffer");
    damaged(Model.ofLayer().tensor("w0", new int[0], 1), "two tensors are called \"w0\"");
    damaged(Model.ofLayer().node("Add", "_", "nowhere"), "\"nowhere\", which nothing before");
    damaged(Model.ofLayer().node("Mul", "_"), "it has 1 operands");
    damaged(Model.ofLayer().node("Tanh", ""), "operand 1 is missing");
    damaged(Model.ofLayer().node("Elu").with("alpha", 1), "alpha of node 2");
    damaged(
        Model.ofInput(-1, 2).tensor("w", new int[] {2, 3}, 1).node("MatMul", "_", "w"),
        "4 bytes, but its shape asks for 6 elements");
    damaged(Model.ofInput(2).layer(), "is no matrix");
    Model shape = Model.ofInput(1, 4).integers("shape", -1, 3).node("Reshape", "_", "shape");
    damaged(shape.layer(), "cannot have the shape");
    Model twice = Model.ofLayer().node("Tanh");
    twice.graph().getNodeBuilder(1).setOutput(0, "x");
    twice.graph().addOutput(Model.value("x", DataType.FLOAT, 2));
    damaged(twice, "\"x\", which is there already");
    Model noInput = Model.ofLayer();
    noInput.graph().clearInput();
    damaged(noInput, "no input");
    byte[] noSet = Model.ofLayer().bytes();
    damaged(withoutOperatorSet(noSet), "which set of operators");
  }

  private static byte[] withoutOperatorSet(byte[] model) {
    try {
      return ModelProto.parseFrom(model).toBuilder().clearOpsetImport().build().toByteArray();
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }
}
