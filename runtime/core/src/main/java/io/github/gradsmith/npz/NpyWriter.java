package io.github.gradsmith.npz;

import io.github.gradsmith.safetensors.DataType;
import io.github.gradsmith.safetensors.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** An array in version 1.0 of NumPy's format. */
final class NpyWriter {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

  /** The data begins at a multiple of so many bytes. */
  private static final int ALIGNMENT = 64;

  private NpyWriter() {}

  static byte[] content(Tensor tensor) {
    boolean floats = tensor.dataType() == DataType.F32;
    byte[] header = header(tensor, floats ? "<f4" : "<f8");
    int bytes = StrictMath.multiplyExact(tensor.size(), floats ? Float.BYTES : Double.BYTES);
    ByteBuffer content =
        ByteBuffer.allocate(StrictMath.addExact(header.length, bytes))
            .put(header)
            .order(ByteOrder.LITTLE_ENDIAN);
    if (floats) {
      content.asFloatBuffer().put(tensor.toFloats());
    } else {
      content.asDoubleBuffer().put(tensor.toDoubles());
    }
    return content.array();
  }

  private static byte[] header(Tensor tensor, String type) {
    int[] shape = tensor.shape();
    String dimensions =
        Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    String text =
        "{'descr': '"
            + type
            + "', 'fortran_order': False, 'shape': ("
            + dimensions
            + (shape.length == 1 ? ",), }" : "), }");
    int start = MAGIC.length + Short.BYTES;
    int end = (start + text.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    String padded = text + " ".repeat(end - start - text.length() - 1) + "\n";
    return ByteBuffer.allocate(end)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .putShort((short) padded.length())
        .put(padded.getBytes(StandardCharsets.US_ASCII))
        .array();
  }
}
