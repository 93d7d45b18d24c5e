package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl;
import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold for every written model, as ONNX's specification and ours say. */
final class OnnxShape {
  private OnnxShape() {}

  static void check(OnnxMl.ModelProto model, int type, String layers, String activations) {
    assertThat(model.getIrVersion()).isEqualTo(8);
    assertThat(model.getProducerName()).isEqualTo("gradsmith");
    assertThat(model.getOpsetImportList()).hasSize(1);
    assertThat(model.getOpsetImport(0).getDomain()).isEmpty();
    assertThat(model.getOpsetImport(0).getVersion()).isEqualTo(17);
    assertThat(
            model.getMetadataPropsList().stream()
                .collect(
                    Collectors.toMap(
                        OnnxMl.StringStringEntryProto::getKey,
                        OnnxMl.StringStringEntryProto::getValue)))
        .containsEntry("layers", layers)
        .containsEntry("activations", activations)
        .containsKey("loss")
        .hasSize(3);
    String[] widths = layers.split(",");
    rows(model.getGraph().getInputList(), "input", type, widths[0]);
    rows(model.getGraph().getOutputList(), "output", type, widths[widths.length - 1]);
    tensors(model.getGraph(), type, widths);
    nodes(model.getGraph());
  }

  /** The bytes of all weights and biases, layer by layer. */
  static byte[] parameters(OnnxMl.ModelProto model) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (OnnxMl.TensorProto tensor : model.getGraph().getInitializerList()) {
      if (tensor.getName().startsWith("layer")) {
        bytes.writeBytes(tensor.getRawData().toByteArray());
      }
    }
    return bytes.toByteArray();
  }

  private static void rows(
      List<OnnxMl.ValueInfoProto> values, String name, int type, String width) {
    assertThat(values).hasSize(1);
    assertThat(values.get(0).getName()).isEqualTo(name);
    OnnxMl.TypeProto.Tensor tensor = values.get(0).getType().getTensorType();
    assertThat(tensor.getElemType()).isEqualTo(type);
    assertThat(tensor.getShape().getDimCount()).isEqualTo(2);
    assertThat(tensor.getShape().getDim(0).getDimParam()).isEqualTo("batch");
    assertThat(tensor.getShape().getDim(1).getDimValue()).isEqualTo(Long.parseLong(width));
  }

  /** Weights [out, in] and biases in order, all else single numbers; all of one type. */
  private static void tensors(OnnxMl.GraphProto graph, int type, String[] widths) {
    StringBuilder found = new StringBuilder();
    StringBuilder expected = new StringBuilder();
    for (OnnxMl.TensorProto tensor : graph.getInitializerList()) {
      assertThat(tensor.getDataType()).isEqualTo(type);
      long size = tensor.getDimsList().stream().reduce(1L, (a, b) -> a * b);
      assertThat(tensor.getRawData().size()).isEqualTo((int) size * (type == 1 ? 4 : 8));
      if (tensor.getName().startsWith("layer")) {
        found.append(tensor.getName()).append(tensor.getDimsList());
      } else {
        assertThat(tensor.getDimsList()).isEmpty();
      }
    }
    for (int i = 1; i < widths.length; i++) {
      String layer = "layer" + (i + 1);
      expected.append(layer).append(".weight[" + widths[i] + ", " + widths[i - 1] + "]");
      expected.append(layer).append(".bias[" + widths[i] + "]");
    }
    assertThat(found).hasToString(expected.toString());
  }

  /** Each node takes what is there already and gives one new name, the last one the output. */
  private static void nodes(OnnxMl.GraphProto graph) {
    Set<String> known = new HashSet<>(Set.of("input"));
    graph.getInitializerList().forEach(tensor -> known.add(tensor.getName()));
    Set<String> names = new HashSet<>();
    for (OnnxMl.NodeProto node : graph.getNodeList()) {
      assertThat(known).containsAll(node.getInputList());
      assertThat(node.getOutputCount()).isEqualTo(1);
      assertThat(known.add(node.getOutput(0))).as(node.getOutput(0)).isTrue();
      assertThat(names.add(node.getName())).as(node.getName()).isTrue();
    }
    assertThat(graph.getNode(graph.getNodeCount() - 1).getOutput(0)).isEqualTo("output");
  }
}
