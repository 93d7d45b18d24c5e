package io.github.gradsmith.processor.onnx.value;

import io.github.gradsmith.processor.onnx.message.GraphProto;
import io.github.gradsmith.processor.onnx.message.TensorProto;
import io.github.gradsmith.processor.onnx.proto.OnnxException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What each name of a graph stands for. Tensors are read when they are first asked for. */
public final class TensorNames {
  private final Map<String, TensorProto> initializers = new HashMap<>();
  private final Set<String> sparse = new HashSet<>();
  private final Map<String, Value> values = new HashMap<>();

  private final ExternalData external;

  private TensorNames(ExternalData external) {
    this.external = external;
  }

  public static TensorNames of(GraphProto graph, ExternalData external) throws OnnxException {
    TensorNames names = new TensorNames(external);
    for (TensorProto tensor : graph.initializers()) {
      if (names.initializers.put(tensor.name(), tensor) != null) {
        throw OnnxException.damaged("two tensors are called \"%s\"", tensor.name());
      }
    }
    names.sparse.addAll(graph.sparseInitializers());
    return names;
  }

  /** The tensors that the file has values of. */
  public Set<String> initializers() {
    return initializers.keySet();
  }

  /** A value that a node gives. */
  public void put(String name, Value value, String giver) throws OnnxException {
    if (initializers.containsKey(name) || values.put(name, value) != null) {
      throw OnnxException.damaged("%s gives \"%s\", which is there already", giver, name);
    }
  }

  /** The value, or null if nothing before gives it. */
  public Value get(String name) throws OnnxException {
    if (sparse.contains(name)) {
      throw OnnxException.unsupported(
          "the tensor \"%s\" is sparse; supported are dense ones", name);
    }
    TensorProto tensor = initializers.get(name);
    if (tensor != null && !values.containsKey(name)) {
      values.put(name, Tensors.read(external.resolved(tensor)));
    }
    return values.get(name);
  }
}
