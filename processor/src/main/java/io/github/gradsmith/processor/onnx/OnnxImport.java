package io.github.gradsmith.processor.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import com.google.protobuf.InvalidProtocolBufferException;
import io.github.gradsmith.internal.file.ForeignFormat;
import io.github.gradsmith.processor.model.ModelImport;
import io.github.gradsmith.processor.onnx.proto.Node;
import io.github.gradsmith.processor.onnx.proto.OnnxException;
import java.util.Optional;

/** Makes a network of an ONNX model. */
public final class OnnxImport {
  private static final long OLDEST = 7;
  private static final long NEWEST = 22;

  private OnnxImport() {}

  /** The network in the bytes of a file, or why there is none. */
  public static ModelImport of(byte[] bytes) {
    try {
      ModelProto model = ModelProto.parseFrom(bytes);
      if (!model.hasGraph()) {
        throw OnnxException.damaged(foreign(bytes).orElse("it has no graph"));
      }
      return GraphWalk.along(model.getGraph(), opset(model));
    } catch (InvalidProtocolBufferException e) {
      return new ModelImport.Damaged(
          foreign(bytes).orElse("it is no protocol buffer of a model: " + reason(e)));
    } catch (OnnxException e) {
      return e.refusal();
    }
  }

  /** A message of our own goes on after it. */
  private static String reason(InvalidProtocolBufferException e) {
    return String.valueOf(e.getMessage()).replaceFirst("\\.$", "");
  }

  private static Optional<String> foreign(byte[] bytes) {
    return ForeignFormat.describe(bytes)
        .filter(kind -> !kind.equals(ForeignFormat.ONNX))
        .map(kind -> "it is " + kind);
  }

  private static long opset(ModelProto model) throws OnnxException {
    for (OperatorSetIdProto set : model.getOpsetImportList()) {
      if (Node.isStandard(set.getDomain())) {
        if (set.getVersion() < OLDEST || set.getVersion() > NEWEST) {
          throw OnnxException.unsupported(
              "it is written in operator set %d; supported are %d to %d",
              set.getVersion(), OLDEST, NEWEST);
        }
        return set.getVersion();
      }
    }
    throw OnnxException.damaged("it does not say which set of operators it is written in");
  }
}
