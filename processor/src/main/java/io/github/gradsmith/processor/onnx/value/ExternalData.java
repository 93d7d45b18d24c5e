package io.github.gradsmith.processor.onnx.value;

import io.github.gradsmith.processor.onnx.message.TensorProto;
import io.github.gradsmith.processor.onnx.proto.OnnxException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Tensors whose numbers a model keeps in other files, which lie beside it. */
public final class ExternalData {
  private final Function<String, Optional<byte[]>> files;
  private final Map<String, Optional<byte[]>> read = new HashMap<>();

  /**
   * Files of a folder.
   *
   * @param files gives the content of a file by its name
   */
  public ExternalData(Function<String, Optional<byte[]>> files) {
    this.files = files;
  }

  /** The tensor with its numbers. */
  TensorProto resolved(TensorProto tensor) throws OnnxException {
    if (!tensor.external()) {
      return tensor;
    }
    String location = tensor.externalData().getOrDefault("location", "");
    Optional<byte[]> content =
        isBeside(location) ? read.computeIfAbsent(location, files) : Optional.empty();
    if (content.isEmpty()) {
      throw OnnxException.unsupported(
          "the tensor \"%s\" is kept in another file, \"%s\", which does not lie beside the model;"
              + " put it there, or export the model with its weights inside (external_data=False)",
          tensor.name(), location);
    }
    return new TensorProto(
        tensor.name(),
        tensor.dims(),
        tensor.dataType(),
        false,
        Map.of(),
        Optional.of(part(tensor, content.get())),
        new float[0],
        new int[0],
        new long[0],
        new double[0]);
  }

  /** A name alone or with folders, none of which leads up or elsewhere. */
  private static boolean isBeside(String location) {
    return !location.isEmpty()
        && !location.startsWith("/")
        && !location.contains("\\")
        && !location.contains(":")
        && !("/" + location + "/").contains("/../");
  }

  private static ByteBuffer part(TensorProto tensor, byte[] content) throws OnnxException {
    long offset = number(tensor, "offset", 0);
    long length = number(tensor, "length", content.length - offset);
    if (offset < 0 || length < 0 || offset > content.length || length > content.length - offset) {
      throw OnnxException.damaged(
          "the tensor \"%s\" is kept in bytes %d to %d of a file that has %d",
          tensor.name(), offset, offset + length, content.length);
    }
    return ByteBuffer.wrap(content, (int) offset, (int) length).slice();
  }

  private static long number(TensorProto tensor, String key, long otherwise) throws OnnxException {
    String text = tensor.externalData().get(key);
    try {
      return text == null ? otherwise : Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw OnnxException.damaged("the tensor \"%s\" has %s = %s", tensor.name(), key, text);
    }
  }
}
