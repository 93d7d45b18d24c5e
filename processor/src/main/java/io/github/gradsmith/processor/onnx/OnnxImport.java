package io.github.gradsmith.processor.onnx;

import io.github.gradsmith.internal.file.ForeignFormat;
import io.github.gradsmith.processor.model.ModelImport;
import io.github.gradsmith.processor.onnx.message.MalformedException;
import io.github.gradsmith.processor.onnx.message.ModelProto;
import io.github.gradsmith.processor.onnx.message.OperatorSetIdProto;
import io.github.gradsmith.processor.onnx.proto.Node;
import io.github.gradsmith.processor.onnx.proto.OnnxException;
import io.github.gradsmith.processor.onnx.value.ExternalData;
import java.util.Optional;
import java.util.function.Function;

/** Makes a network of an ONNX model. */
public final class OnnxImport {
  private static final long OLDEST = 6;
  private static final long NEWEST = 25;

  private OnnxImport() {}

  /** The network in the bytes of a file with one output, or why there is none. */
  public static ModelImport of(byte[] bytes) {
    return of(bytes, Optional.empty(), name -> Optional.empty());
  }

  /**
   * The network in the bytes of a file, or why there is none.
   *
   * @param output the output that is wanted, if it is named
   * @param beside finds the content of files that lie beside the model's
   */
  public static ModelImport of(
      byte[] bytes, Optional<String> output, Function<String, Optional<byte[]>> beside) {
    try {
      ModelProto model = ModelProto.of(bytes);
      if (model.graph().isEmpty()) {
        throw OnnxException.damaged(foreign(bytes).orElse("it has no graph"));
      }
      return GraphWalk.along(model.graph().get(), opset(model), output, new ExternalData(beside));
    } catch (MalformedException e) {
      return new ModelImport.Damaged(
          foreign(bytes).orElse("it is no protocol buffer of a model: " + e.getMessage()));
    } catch (OnnxException e) {
      return e.refusal();
    }
  }

  private static Optional<String> foreign(byte[] bytes) {
    return ForeignFormat.describe(bytes)
        .filter(kind -> !kind.equals(ForeignFormat.ONNX))
        .map(kind -> "it is " + kind);
  }

  private static long opset(ModelProto model) throws OnnxException {
    for (OperatorSetIdProto set : model.operatorSets()) {
      if (Node.isStandard(set.domain())) {
        if (set.version() < OLDEST || set.version() > NEWEST) {
          throw OnnxException.unsupported(
              "it is written in operator set %d; supported are %d to %d; export it with"
                  + " opset_version=17",
              set.version(), OLDEST, NEWEST);
        }
        return set.version();
      }
    }
    throw OnnxException.damaged("it does not say which set of operators it is written in");
  }
}
