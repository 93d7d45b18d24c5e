package io.github.gradsmith.processor.onnx.value;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import io.github.gradsmith.processor.onnx.proto.OnnxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads the numbers of tensors, in whichever of the encodings they are. */
public final class Tensors {
  private Tensors() {}

  /** A tensor of floating-point numbers, or of the integers that shapes are made of. */
  public static Constant read(TensorProto tensor) throws OnnxException {
    String name = '"' + tensor.getName() + '"';
    if (tensor.getDataLocation() == DataLocation.EXTERNAL) {
      throw OnnxException.unsupported(
          "the tensor %s is kept in another file; export the model with its weights inside"
              + " (external_data=False)",
          name);
    }
    int[] dims = dims(tensor, name);
    int count = count(dims, name);
    DataType type = DataType.forNumber(tensor.getDataType());
    double[] values =
        tensor.hasRawData()
            ? raw(tensor.getRawData(), type, count, name)
            : typed(tensor, type, count, name);
    return new Constant(dims, values, kind(type));
  }

  private static Constant.Kind kind(DataType type) {
    return switch (type) {
      case DOUBLE -> Constant.Kind.DOUBLE;
      case INT32, INT64, BOOL -> Constant.Kind.INTEGER;
      default -> Constant.Kind.FLOAT;
    };
  }

  /** What elements of a floating-point type are. */
  public static Constant.Kind floatingKind(long type) {
    return type == DataType.DOUBLE_VALUE ? Constant.Kind.DOUBLE : Constant.Kind.FLOAT;
  }

  /** Whether a type, by its number, has floating-point numbers. */
  public static boolean isFloating(long type) {
    return type == DataType.FLOAT_VALUE
        || type == DataType.DOUBLE_VALUE
        || type == DataType.FLOAT16_VALUE
        || type == DataType.BFLOAT16_VALUE;
  }

  private static int[] dims(TensorProto tensor, String name) throws OnnxException {
    if (!Shape.isRank(tensor.getDimsCount())) {
      throw OnnxException.damaged("the tensor %s has %d dimensions", name, tensor.getDimsCount());
    }
    int[] dims = new int[tensor.getDimsCount()];
    for (int i = 0; i < dims.length; i++) {
      long dim = tensor.getDims(i);
      if (dim < 0 || dim > Integer.MAX_VALUE) {
        throw OnnxException.damaged("the tensor %s has a dimension of %d", name, dim);
      }
      dims[i] = (int) dim;
    }
    return dims;
  }

  private static int count(int[] dims, String name) throws OnnxException {
    long count = 1;
    for (int dim : dims) {
      count *= dim;
      if (count > Integer.MAX_VALUE) {
        throw OnnxException.damaged("the tensor %s has more than 2^31 elements", name);
      }
    }
    return (int) count;
  }

  private static double[] raw(ByteString bytes, DataType type, int count, String name)
      throws OnnxException {
    int width = width(type, name);
    if (bytes.size() != (long) width * count) {
      throw OnnxException.damaged(
          "the tensor %s has %d bytes, but its shape asks for %d elements of %d",
          name, bytes.size(), count, width);
    }
    ByteBuffer buffer = bytes.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] =
          switch (type) {
            case DOUBLE -> buffer.getDouble();
            case FLOAT -> buffer.getFloat();
            case FLOAT16 -> half(buffer.getShort());
            case BFLOAT16 -> brain(buffer.getShort());
            case INT32 -> buffer.getInt();
            case BOOL -> buffer.get();
            default -> buffer.getLong();
          };
    }
    return values;
  }

  private static int width(DataType type, String name) throws OnnxException {
    if (type == null) {
      throw OnnxException.damaged("the tensor %s is of a type that ONNX does not have", name);
    }
    return switch (type) {
      case DOUBLE, INT64 -> 8;
      case FLOAT, INT32 -> 4;
      case FLOAT16, BFLOAT16 -> 2;
      case BOOL -> 1;
      default ->
          throw OnnxException.unsupported(
              "the tensor %s is of type %s; supported are FLOAT, DOUBLE, FLOAT16 and BFLOAT16",
              name, type);
    };
  }

  private static double[] typed(TensorProto tensor, DataType type, int count, String name)
      throws OnnxException {
    width(type, name);
    int found =
        switch (type) {
          case DOUBLE -> tensor.getDoubleDataCount();
          case FLOAT -> tensor.getFloatDataCount();
          case INT64 -> tensor.getInt64DataCount();
          default -> tensor.getInt32DataCount();
        };
    if (found != count) {
      throw OnnxException.damaged(
          "the tensor %s has %d elements, but its shape asks for %d", name, found, count);
    }
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] =
          switch (type) {
            case DOUBLE -> tensor.getDoubleData(i);
            case FLOAT -> tensor.getFloatData(i);
            case FLOAT16 -> half((short) tensor.getInt32Data(i));
            case BFLOAT16 -> brain((short) tensor.getInt32Data(i));
            case INT64 -> tensor.getInt64Data(i);
            default -> tensor.getInt32Data(i);
          };
    }
    return values;
  }

  /** IEEE 754 binary16: 1 sign, 5 exponent, 10 fraction bits. */
  public static double half(short bits) {
    int exponent = bits >> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    double magnitude =
        switch (exponent) {
          case 0 -> Math.scalb((double) fraction, -24);
          case 0x1f -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
          default -> Math.scalb((double) (fraction | 0x400), exponent - 25);
        };
    return bits < 0 ? -magnitude : magnitude;
  }

  /** The upper half of a float. */
  private static double brain(short bits) {
    return Float.intBitsToFloat(bits << 16);
  }
}
