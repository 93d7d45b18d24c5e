package io.github.gradsmith.processor.onnx;

import com.google.protobuf.ByteString;
import io.github.gradsmith.processor.onnx.message.AttributeProto;
import io.github.gradsmith.processor.onnx.message.GraphProto;
import io.github.gradsmith.processor.onnx.message.ModelProto;
import io.github.gradsmith.processor.onnx.message.NodeProto;
import io.github.gradsmith.processor.onnx.message.OperatorSetIdProto;
import io.github.gradsmith.processor.onnx.message.TensorProto;
import io.github.gradsmith.processor.onnx.message.ValueInfoProto;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Compares what our reader finds with a tree of the official one. A field that is not there has its
 * default in ours.
 */
final class ReadTree {
  private final Map<String, Object> fields;

  private ReadTree(Map<String, Object> fields) {
    this.fields = new TreeMap<>(fields);
  }

  @SuppressWarnings("unchecked")
  private static ReadTree of(Object tree) {
    return new ReadTree((Map<String, Object>) tree);
  }

  /** What differs, by its path; nothing if all is equal. */
  static List<String> differences(ModelProto model, Map<String, Object> official) {
    List<String> found = new ArrayList<>();
    ReadTree tree = of(official);
    tree.each("opset_import", model.operatorSets(), found, ReadTree::operatorSet);
    tree.one("graph", model.graph().isPresent(), found);
    model.graph().ifPresent(graph -> graph(graph, of(official.get("graph")), found));
    return found;
  }

  private static void operatorSet(OperatorSetIdProto set, ReadTree tree, List<String> found) {
    tree.equal("domain", set.domain(), "", found);
    tree.equal("version", set.version(), 0L, found);
  }

  private static void graph(GraphProto graph, ReadTree tree, List<String> found) {
    tree.each("node", graph.nodes(), found, ReadTree::node);
    tree.each("initializer", graph.initializers(), found, ReadTree::tensor);
    tree.each("input", graph.inputs(), found, ReadTree::value);
    tree.each("output", graph.outputs(), found, ReadTree::value);
    tree.each(
        "sparse_initializer",
        graph.sparseInitializers(),
        found,
        (name, sparse, list) ->
            of(sparse.fields.getOrDefault("values", Map.of())).equal("name", name, "", list));
  }

  private static void node(NodeProto node, ReadTree tree, List<String> found) {
    tree.equal("input", node.inputs(), List.of(), found);
    tree.equal("output", node.outputs(), List.of(), found);
    tree.equal("name", node.name(), "", found);
    tree.equal("op_type", node.opType(), "", found);
    tree.equal("domain", node.domain(), "", found);
    tree.each("attribute", node.attributes(), found, ReadTree::attribute);
  }

  private static void attribute(AttributeProto attribute, ReadTree tree, List<String> found) {
    tree.equal("name", attribute.name(), "", found);
    tree.equal("type", attribute.type().ordinal(), 0, found);
    tree.equal("f", attribute.real(), 0f, found);
    tree.equal("i", attribute.integer(), 0L, found);
    tree.equal(
        "s",
        attribute.text(),
        "",
        found,
        bytes -> bytes instanceof ByteString s ? s.toStringUtf8() : bytes);
    tree.equal("floats", floats(attribute.reals()), List.of(), found);
    tree.equal("ints", attribute.integers(), List.of(), found);
    tree.one("t", attribute.tensor().isPresent(), found);
    attribute.tensor().ifPresent(tensor -> tensor(tensor, of(tree.fields.get("t")), found));
  }

  private static void tensor(TensorProto tensor, ReadTree tree, List<String> found) {
    tree.equal("name", tensor.name(), "", found);
    tree.equal("dims", Arrays.stream(tensor.dims()).boxed().toList(), List.of(), found);
    tree.equal("data_type", tensor.dataType(), 0, found);
    tree.equal("data_location", tensor.external() ? 1 : 0, 0, found);
    tree.equal("float_data", floats(tensor.floatData()), List.of(), found);
    tree.equal("int32_data", Arrays.stream(tensor.int32Data()).boxed().toList(), List.of(), found);
    tree.equal("int64_data", Arrays.stream(tensor.int64Data()).boxed().toList(), List.of(), found);
    tree.equal(
        "double_data", Arrays.stream(tensor.doubleData()).boxed().toList(), List.of(), found);
    tree.one("raw_data", tensor.rawData().isPresent(), found);
    tensor
        .rawData()
        .ifPresent(raw -> tree.equal("raw_data", ByteString.copyFrom(raw), null, found));
  }

  private static void value(ValueInfoProto value, ReadTree tree, List<String> found) {
    tree.equal("name", value.name(), "", found);
    ReadTree type = of(tree.fields.getOrDefault("type", Map.of()));
    ReadTree tensor = of(type.fields.getOrDefault("tensor_type", Map.of()));
    tensor.equal("elem_type", value.elementType(), 0, found);
    tensor.one("shape", value.shape().isPresent(), found);
    value
        .shape()
        .ifPresent(
            sizes -> of(tensor.fields.get("shape")).each("dim", sizes, found, ReadTree::dimension));
  }

  private static void dimension(OptionalLong size, ReadTree tree, List<String> found) {
    tree.one("dim_value", size.isPresent(), found);
    size.ifPresent(value -> tree.equal("dim_value", value, null, found));
  }

  private static List<Float> floats(float[] values) {
    List<Float> list = new ArrayList<>();
    for (float value : values) {
      list.add(value);
    }
    return list;
  }

  @FunctionalInterface
  private interface Comparison<T> {
    void compare(T ours, ReadTree official, List<String> found);
  }

  private <T> void each(String field, List<T> ours, List<String> found, Comparison<T> comparison) {
    List<?> official = (List<?>) fields.getOrDefault(field, List.of());
    if (official.size() != ours.size()) {
      found.add(field + ": " + ours.size() + " instead of " + official.size());
      return;
    }
    for (int i = 0; i < ours.size(); i++) {
      comparison.compare(ours.get(i), of(official.get(i)), found);
    }
  }

  /** Whether a field is there. */
  private void one(String field, boolean isThere, List<String> found) {
    if (fields.containsKey(field) != isThere) {
      found.add(field + (isThere ? " is not there" : " was not read"));
    }
  }

  private void equal(String field, Object ours, Object otherwise, List<String> found) {
    equal(field, ours, otherwise, found, value -> value);
  }

  private void equal(
      String field,
      Object ours,
      Object otherwise,
      List<String> found,
      Function<Object, Object> converted) {
    Object official = fields.containsKey(field) ? converted.apply(fields.get(field)) : otherwise;
    if (!ours.equals(official)) {
      found.add(field + ": " + ours + " instead of " + official);
    }
  }
}
