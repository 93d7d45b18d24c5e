package io.github.gradsmith.processor.onnx.value;

import io.github.gradsmith.processor.onnx.message.DataType;
import java.nio.ByteBuffer;

/**
 * Numbers as they stand in a file, the lowest byte first. They are decoded when they are asked for,
 * because memory has no room for several copies of a large model.
 *
 * @param bytes of the numbers alone, little-endian
 * @param type whose width is known
 * @param rows of the matrix in the file, whose rows and columns are exchanged here; 0 if they are
 *     not
 */
record EncodedNumbers(ByteBuffer bytes, DataType type, int count, int rows) implements Numbers {
  @Override
  public double at(int index) {
    return stored(rows == 0 ? index : index % rows * (count / rows) + index / rows);
  }

  private double stored(int index) {
    return switch (type) {
      case DOUBLE -> bytes.getDouble(8 * index);
      case FLOAT -> bytes.getFloat(4 * index);
      case FLOAT16 -> Tensors.half(bytes.getShort(2 * index));
      case BFLOAT16 -> Tensors.brain(bytes.getShort(2 * index));
      case INT32 -> bytes.getInt(4 * index);
      case BOOL -> bytes.get(index);
      default -> bytes.getLong(8 * index);
    };
  }

  @Override
  public double[] values() {
    double[] values = new double[count];
    copyTo(values, 0);
    return values;
  }

  @Override
  public void copyTo(double[] target, int at) {
    if (rows == 0) {
      for (int i = 0; i < count; i++) {
        target[at + i] = stored(i);
      }
      return;
    }
    int columns = count / rows;
    for (int c = 0; c < columns; c++) {
      for (int r = 0; r < rows; r++) {
        target[at + c * rows + r] = stored(r * columns + c);
      }
    }
  }

  @Override
  public Numbers transposed(int fromRows, int columns) {
    return count == 0 ? this : new EncodedNumbers(bytes, type, count, rows == 0 ? fromRows : 0);
  }
}
