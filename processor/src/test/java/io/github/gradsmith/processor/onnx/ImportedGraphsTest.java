package io.github.gradsmith.processor.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.ModelImport;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which layers operators become, and what they give in numbers worked by hand. */
class ImportedGraphsTest {
  private static ModelImport.Graph graph(Model model) {
    ModelImport made = model.imported();
    assertThat(made).isInstanceOf(ModelImport.Graph.class);
    return (ModelImport.Graph) made;
  }

  private static List<LayerChoice.Type> kinds(ModelImport.Graph graph) {
    return graph.layers().stream().map(layer -> layer.choice().type()).toList();
  }

  /** {1, 2; 3, 4} x + {0.5, −0.5} of {1, 1} is {3.5, 6.5}. */
  @Test
  void batchNormalizationLeavesAChain() {
    Model model =
        Model.ofLayer()
            .tensor("scale", new int[] {2}, 2, 3)
            .tensor("shift", new int[] {2}, 1, -1)
            .tensor("mean", new int[] {2}, 0.5, 1.5)
            .tensor("variance", new int[] {2}, 3, 8)
            .node("BatchNormalization", "_", "scale", "shift", "mean", "variance")
            .with("epsilon", 1f)
            .node("Relu");
    assertThat(model.network().widths()).containsExactly(2, 2);
    assertThat(model.activations()).containsExactly("RELU");
    double[] y = GraphForward.rows(model.imported(), new double[] {1, 1});
    assertThat(y)
        .containsExactly(
            new double[] {(3.5 - 0.5) / 2 * 2 + 1, (6.5 - 1.5) / 3 * 3 - 1}, within(1e-12));
    Model training = Model.ofLayer().tensor("one", new int[] {2}, 1, 1);
    training.node("BatchNormalization", "_", "one", "one", "one", "one").with("training_mode", 1);
    assertThat(training.imported().toString()).contains("export the model in evaluation mode");
  }

  /** A chain when the sums are read once; if they are read twice, the factors have no place. */
  @Test
  void residualsAreSums() {
    ModelImport.Graph graph = graph(Model.ofLayer().node("Relu").layer().node("Add", "_", "t2"));
    assertThat(kinds(graph))
        .containsExactly(LayerChoice.Type.DENSE, LayerChoice.Type.DENSE, LayerChoice.Type.ADD);
    assertThat(graph.layers().get(2).from()).containsExactly(3, 2);
    double[] y = GraphForward.rows(graph, new double[] {1, 1});
    assertThat(y)
        .containsExactly(
            new double[] {3.5 + 2 * 6.5 + 0.5 + 3.5, 3 * 3.5 + 4 * 6.5 - 0.5 + 6.5}, within(1e-12));
  }

  @Test
  void partsAreSlicesAndQuotientsAreProducts() {
    Model model =
        Model.ofLayer().integers("sizes", 1, 1).node("Split", "_", "sizes").with("axis", 1);
    model.graph().getNodeBuilder(1).addOutput("rest");
    ModelImport.Graph graph = graph(model.node("Div", "t2", "rest"));
    assertThat(kinds(graph))
        .containsExactly(
            LayerChoice.Type.DENSE,
            LayerChoice.Type.SLICE,
            LayerChoice.Type.SLICE,
            LayerChoice.Type.ELEMENTWISE,
            LayerChoice.Type.MULTIPLY);
    assertThat(GraphForward.rows(graph, new double[] {1, 1})[0])
        .isCloseTo(3.5 / 6.5, within(1e-12));
  }

  @Test
  void layersAreCalledAsTheirWeights() {
    Model model =
        Model.ofInput(-1, 2)
            .tensor("encoder.hidden.weight", new int[] {2, 2}, 1, 2, 3, 4)
            .tensor("3.weight", new int[] {2, 2}, 1, 2, 3, 4)
            .tensor("optimizer.weight", new int[] {2, 2}, 1, 2, 3, 4)
            .node("MatMul", "_", "encoder.hidden.weight")
            .node("MatMul", "_", "3.weight")
            .node("MatMul", "_", "optimizer.weight")
            .node("MatMul", "_", "encoder.hidden.weight")
            .node("Mul", "_", "t1");
    assertThat(graph(model).layers())
        .extracting(ModelImport.Layer::name)
        .containsExactly(
            Optional.of("encoder_hidden"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }

  @Test
  void rowsAreLookedUp() {
    Model model = Model.ofInput(-1, 2).tensor("table", new int[] {3, 2}, 1, 2, 3, 4, 5, 6);
    model.graph().setInput(0, Model.value("x", DataType.INT64, -1, 2));
    ModelImport.Graph graph = graph(model.node("Gather", "table", "x"));
    assertThat(kinds(graph)).containsExactly(LayerChoice.Type.EMBEDDING);
    assertThat(GraphForward.rows(graph, new double[] {2, 0})).containsExactly(5, 6, 1, 2);
    Model cast = Model.ofInput(-1, 2).tensor("table", new int[] {3, 2}, 1, 2, 3, 4, 5, 6);
    cast.node("Cast").with("to", DataType.INT64_VALUE).node("Gather", "table", "_");
    assertThat(GraphForward.rows(graph(cast), new double[] {1, 1})).containsExactly(3, 4, 3, 4);
    Model computed = Model.ofLayer().tensor("table", new int[] {3, 2}, 1, 2, 3, 4, 5, 6);
    computed.node("Cast").with("to", DataType.INT64_VALUE).node("Gather", "table", "_");
    assertThat(computed.imported().toString()).contains("supported are those of the input");
  }

  /** Between −1000 and a deviation of 2 no digit is to be lost, so it stays a layer of its own. */
  @Test
  void farInputsAreNormalized() {
    Model model =
        Model.ofInput(-1, 2)
            .tensor("mean", new int[] {2}, 1000, -3)
            .node("Sub", "_", "mean")
            .tensor("deviation", new int[] {2}, 2, 4)
            .node("Div", "_", "deviation")
            .layer();
    ModelImport.Graph graph = graph(model);
    assertThat(kinds(graph))
        .containsExactly(LayerChoice.Type.NORMALIZATION, LayerChoice.Type.DENSE);
    assertThat(graph.statistics()).containsExactly(new double[] {1000, -3, 4, 16}, within(1e-9));
    assertThat(GraphForward.rows(graph, new double[] {1002, 1}))
        .containsExactly(new double[] {3.5, 6.5}, within(1e-9));
  }

  @Test
  void thePlaceOfTheLargestIsLeftOut() {
    ModelImport made = Model.ofLayer().node("ArgMax").with("axis", 1).imported();
    assertThat(made.label()).contains("node 2, ArgMax \"n2\"");
    assertThat(GraphForward.rows(made, new double[] {1, 1})).containsExactly(3.5, 6.5);
    assertThat(Model.ofLayer().node("ArgMax").with("axis", 1).node("Relu").imported().toString())
        .contains("ArgMax is supported at the end of a model only");
  }

  @Test
  void oneOfSeveralOutputsIsChosen() {
    Model model = Model.ofLayer().node("Tanh");
    model.graph().addOutput(Model.value("t1", DataType.FLOAT, -1, 2));
    model.graph().addOutput(Model.value("t2", DataType.FLOAT, -1, 2));
    ModelImport made = OnnxImport.of(model.bytes(), Optional.of("t1"), name -> Optional.empty());
    assertThat(GraphForward.rows(made, new double[] {1, 1})).containsExactly(3.5, 6.5);
  }

  /** Before operator set 7 an attribute said where a row goes. */
  @Test
  void olderRowsMeetTheLastAxis() {
    Model last = Model.ofLayer().opset(6).tensor("row", new int[] {2}, 1, 2);
    last.node("Add", "_", "row").with("broadcast", 1).with("axis", 1);
    assertThat(GraphForward.rows(last.imported(), new double[] {1, 1})).containsExactly(4.5, 8.5);
    Model first = Model.ofLayer().opset(6).tensor("row", new int[] {2}, 1, 2);
    first.node("Add", "_", "row").with("broadcast", 1).with("axis", 0);
    assertThat(first.imported().toString()).contains("export the model with opset_version=17");
  }

  @Test
  void weightsMayLieBesideTheModel() {
    byte[] file =
        ByteBuffer.allocate(24)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putFloat(4, 2)
            .putFloat(8, 3)
            .putFloat(12, 5)
            .putFloat(16, 7)
            .array();
    for (String location : List.of("w.bin", "../w.bin", "/w.bin")) {
      TensorProto.Builder weights =
          TensorProto.newBuilder()
              .setName("w")
              .setDataType(DataType.FLOAT_VALUE)
              .addDims(2)
              .addDims(2)
              .setDataLocation(DataLocation.EXTERNAL)
              .addExternalData(
                  StringStringEntryProto.newBuilder().setKey("location").setValue(location))
              .addExternalData(StringStringEntryProto.newBuilder().setKey("offset").setValue("4"))
              .addExternalData(StringStringEntryProto.newBuilder().setKey("length").setValue("16"));
      byte[] model = Model.ofInput(-1, 2).tensor(weights.build()).node("MatMul", "_", "w").bytes();
      ModelImport made = OnnxImport.of(model, Optional.empty(), name -> Optional.of(file));
      if (location.equals("w.bin")) {
        assertThat(GraphForward.rows(made, new double[] {1, 1})).containsExactly(7, 10);
      } else {
        assertThat(made.toString()).contains("does not lie beside the model");
      }
    }
  }

  /** Weights 1, 10, 100 and so on tell which factor each number of the sample has met. */
  @Test
  void factorsOfRowsAndColumnsMeetTheirNumbers() {
    Model model = Model.ofInput(-1, 2, 3).tensor("factors", new int[] {2, 3}, 1, 2, 3, 4, 5, 6);
    model
        .node("Mul", "_", "factors")
        .tensor("rows", new int[] {2, 1}, 1, 2)
        .node("Mul", "_", "rows");
    model.node("Flatten").tensor("w", new int[] {6, 1}, 1, 10, 100, 1e3, 1e4, 1e5);
    double[] y =
        GraphForward.rows(
            model.node("MatMul", "_", "w").imported(), new double[] {1, 1, 1, 1, 1, 1});
    assertThat(y).containsExactly(1 + 20 + 300 + 2 * (4_000 + 50_000 + 600_000));
  }
}
