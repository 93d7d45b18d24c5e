package io.github.gradsmith.processor.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.github.gradsmith.processor.model.ModelImport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What exporters put around layers: shapes that they compute, and other forms of the same layer.
 */
class ExportedShapesTest {
  private static final double[] PARAMETERS = {1, 2, 3, 4, 0.5, -0.5};

  private static void isTheLayer(Model model) {
    assertThat(model.network().widths()).containsExactly(2, 2);
    assertThat(model.network().parameters()).containsExactly(PARAMETERS);
    assertThat(model.activations()).containsExactly("IDENTITY");
  }

  /** A batch of [n, 1, 2] or of a fixed one, whose shape nodes compute a target from. */
  private static Model shape(int batch) {
    return Model.ofInput(batch, 1, 2)
        .integers("none", 0)
        .integers("one", 1)
        .integers("two", 2)
        .integers("three", 3)
        .integers("rest", -1)
        .node("Shape", "x");
  }

  private static void reshapesTo(Model model) {
    isTheLayer(model.node("Reshape", "x", "_").layer());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1, 4})
  void sizesAreComputedWith(int batch) {
    reshapesTo(
        shape(batch)
            .node("Slice", "_", "one", "three")
            .node("ReduceProd")
            .node("Concat", "rest", "_"));
    reshapesTo(shape(batch).node("Slice", "_", "none", "one").node("Concat", "_", "rest"));
    reshapesTo(
        shape(batch)
            .integers("most", Long.MAX_VALUE)
            .node("Slice", "_", "rest", "most", "none", "one")
            .node("Concat", "rest", "_"));
    reshapesTo(
        shape(batch)
            .node("Gather", "_", "two")
            .node("Add", "_", "one")
            .node("Sub", "_", "one")
            .node("Concat", "rest", "_"));
    reshapesTo(
        shape(batch)
            .node("Gather", "_", "none")
            .node("Mul", "_", "two")
            .node("Div", "_", "two")
            .node("Cast")
            .with("to", DataType.INT64_VALUE)
            .node("Concat", "_", "two"));
    reshapesTo(
        shape(batch)
            .node("Gather", "_", "none")
            .node("Squeeze", "_", "none")
            .node("Unsqueeze", "_", "none")
            .node("Concat", "_", "rest"));
  }

  @Test
  void sizesBackwards() {
    reshapesTo(
        shape(-1)
            .integers("start", 5)
            .integers("end", -100)
            .node("Slice", "_", "start", "end", "none", "rest")
            .node("Slice", "_", "none", "two", "none", "two")
            .node("Concat", "rest", "_")
            .node("Slice", "_", "none", "two"));
    reshapesTo(
        Model.ofInput(-1, 1, 2)
            .opset(9)
            .node("Shape", "x")
            .node("Slice")
            .with("starts", new int[] {0})
            .with("ends", new int[] {1})
            .integers("two", 2)
            .node("Concat", "_", "two"));
  }

  @ParameterizedTest
  @ValueSource(ints = {-2, -1, 1, 2})
  void shapesHaveBounds(int start) {
    Model model = Model.ofInput(-1, 1, 2).opset(15).integers("rest", -1).node("Shape", "x");
    model.with("start", start).with("end", 100).node("ReduceProd");
    reshapesTo(model.node("Concat", "rest", "_"));
  }

  /** Of a size that a model leaves open the first weights say what it is. */
  @Test
  void openSizesAreThoseOfTheWeights() {
    isTheLayer(Model.ofInput(-1, -1).layer());
    isTheLayer(Model.ofInput(-1, -1, -1).node("Flatten").layer());
    isTheLayer(Model.ofInput(-1, -1, 1).node("Flatten").layer());
    isTheLayer(
        Model.ofInput(-1, -1).integers("shape", -1, 2).node("Reshape", "_", "shape").layer());
    isTheLayer(Model.ofInput(-1, -1).node("Shape").node("Reshape", "x", "_").layer());
  }

  @Test
  void shapesComeBackToRows() {
    isTheLayer(Model.ofInput(-1, 1, 2).node("Flatten").with("axis", 2).layer());
    isTheLayer(
        Model.ofInput(-1, 2)
            .integers("parts", -1, 1)
            .integers("rows", -1, 2)
            .node("Reshape", "_", "parts")
            .node("Reshape", "_", "rows")
            .layer());
    isTheLayer(
        Model.ofInput(-1, 1, 2)
            .node("Transpose")
            .with("perm", new int[] {1, 0, 2})
            .integers("axes", 0)
            .node("Squeeze", "_", "axes")
            .layer());
    isTheLayer(Model.ofInput(-1, 2).integers("shape", 0, 2).node("Reshape", "_", "shape").layer());
    isTheLayer(
        Model.ofInput(3, 2)
            .integers("shape", 3, 2)
            .node("Reshape", "_", "shape")
            .with("allowzero", 1)
            .layer());
  }

  private static Model weights(int... input) {
    return Model.ofInput(input)
        .tensor("w", new int[] {2, 2}, 1, 3, 2, 4)
        .tensor("v", new int[] {2, 2}, 1, 2, 3, 4)
        .tensor("b", new int[] {2}, 0.5, -0.5)
        .tensor("n", new int[] {2}, -0.5, 0.5);
  }

  @Test
  void productsInOtherForms() {
    isTheLayer(weights(-1, 1, 2).node("MatMul", "_", "w").node("Add", "b", "_"));
    isTheLayer(weights(2).node("MatMul", "_", "w").node("Sub", "_", "n"));
    isTheLayer(
        weights(-1, 2, 1)
            .node("MatMul", "v", "_")
            .tensor("column", new int[] {2, 1}, 0.5, -0.5)
            .node("Add", "_", "column"));
    isTheLayer(weights(2).node("MatMul", "v", "_").node("Add", "_", "b"));
    isTheLayer(
        weights(-1, 2)
            .tensor("u", new int[] {1, 2, 2}, 1, 3, 2, 4)
            .node("MatMul", "_", "u")
            .node("Add", "_", "b"));
    Model single = weights(-1, 2).tensor("u", new int[] {2}, 1, 2).node("MatMul", "_", "u");
    assertThat(single.network().widths()).containsExactly(2, 1);
    assertThat(single.network().parameters()).containsExactly(1, 2, 0);
  }

  /** A row times a matrix is a row, which Gemm does not take before it is a matrix. */
  @Test
  void productsOfRowsAreRows() {
    Model model = weights(2).node("MatMul", "_", "w").integers("axes", 0);
    assertThat(model.node("Unsqueeze", "_", "axes").layer().network().widths())
        .containsExactly(2, 2, 2);
  }

  /** b − z is −(z − b). */
  @Test
  void sumsMayBeSubtracted() {
    Model model = weights(-1, 2).node("MatMul", "_", "w").node("Sub", "n", "_").node("Neg");
    isTheLayer(model);
  }

  @Test
  void theFirstLayerTakesInWhatIsDoneToTheInput() {
    Model model =
        Model.ofInput(-1, 2)
            .tensor("mean", new int[] {2}, 2, -4)
            .tensor("deviation", new int[] {1, 2}, 2, 4)
            .tensor("half", new int[0], 0.5)
            .node("Sub", "_", "mean")
            .node("Div", "_", "deviation")
            .node("Mul", "half", "_")
            .node("Sub", "half", "_")
            .layer();
    // x1 to 1/2 − (x1 − 2) / 4 and x2 to 1/2 − (x2 + 4) / 8
    assertThat(model.network().parameters())
        .containsExactly(-0.25, -0.25, -0.75, -0.5, 0.5 + 1, -0.5 + 3);
    isTheLayer(
        Model.ofInput(1, 1, 2)
            .tensor("zero", new int[] {1, 1, 2}, 0, 0)
            .node("Sub", "_", "zero")
            .node("Flatten")
            .layer());
  }

  @Test
  void nodesMayStandInAnyOrder() {
    Model model = Model.ofLayer().node("Tanh").layer().node("Relu");
    for (int i = 0; i < 2; i++) {
      NodeProto first = model.graph().getNode(i);
      model.graph().setNode(i, model.graph().getNode(3 - i)).setNode(3 - i, first);
    }
    assertThat(model.activations()).containsExactly("TANH", "RELU");
  }

  @Test
  void constantsAreComputed() {
    ModelImport.Network network =
        weights(-1, 2)
            .tensor("two", new int[] {1, 1}, 2)
            .node("Mul", "w", "two")
            .node("Neg")
            .node("MatMul", "x", "_")
            .network();
    assertThat(network.parameters()).containsExactly(-2, -4, -6, -8, 0, 0);
  }
}
