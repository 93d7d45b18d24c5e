package io.github.gradsmith.processor.onnx.value;

import io.github.gradsmith.processor.onnx.message.DataType;
import io.github.gradsmith.processor.onnx.message.TensorProto;
import io.github.gradsmith.processor.onnx.proto.OnnxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads the numbers of tensors, in whichever of the encodings they are. */
public final class Tensors {
  /** Elements that are decoded when a file is read. */
  private static final int MOST_DECODED = 1 << 16;

  private Tensors() {}

  /** A tensor of floating-point numbers, or of the integers that shapes are made of. */
  public static Constant read(TensorProto tensor) throws OnnxException {
    String name = '"' + tensor.name() + '"';
    if (tensor.external()) {
      throw OnnxException.unsupported(
          "the tensor %s is kept in another file; export the model with its weights inside"
              + " (external_data=False)",
          name);
    }
    int[] dims = dims(tensor, name);
    int count = count(dims, name);
    DataType type = type(tensor, name);
    Numbers numbers =
        tensor.rawData().isPresent()
            ? raw(tensor.rawData().get(), type, count, name)
            : new DecodedNumbers(typed(tensor, type, count, name));
    return new Constant(dims, numbers, kind(type));
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
    return type == DataType.DOUBLE.number() ? Constant.Kind.DOUBLE : Constant.Kind.FLOAT;
  }

  /** Whether a type, by its number, has whole numbers that may be indices. */
  public static boolean isInteger(long type) {
    return type == DataType.INT32.number() || type == DataType.INT64.number();
  }

  /** Whether a type, by its number, has floating-point numbers. */
  public static boolean isFloating(long type) {
    return type == DataType.FLOAT.number()
        || type == DataType.DOUBLE.number()
        || type == DataType.FLOAT16.number()
        || type == DataType.BFLOAT16.number();
  }

  private static int[] dims(TensorProto tensor, String name) throws OnnxException {
    if (!Shape.isRank(tensor.dims().length)) {
      throw OnnxException.damaged("the tensor %s has %d dimensions", name, tensor.dims().length);
    }
    int[] dims = new int[tensor.dims().length];
    for (int i = 0; i < dims.length; i++) {
      long dim = tensor.dims()[i];
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

  private static Numbers raw(ByteBuffer bytes, DataType type, int count, String name)
      throws OnnxException {
    int width = width(type, name);
    if (bytes.remaining() != (long) width * count) {
      throw OnnxException.damaged(
          "the tensor %s has %d bytes, but its shape asks for %d elements of %d",
          name, bytes.remaining(), count, width);
    }
    ByteBuffer own = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    Numbers encoded = new EncodedNumbers(own, type, count, 0);
    return count > MOST_DECODED ? encoded : new DecodedNumbers(encoded.values());
  }

  private static DataType type(TensorProto tensor, String name) throws OnnxException {
    return DataType.of(tensor.dataType())
        .orElseThrow(
            () ->
                OnnxException.damaged("the tensor %s is of a type that ONNX does not have", name));
  }

  private static int width(DataType type, String name) throws OnnxException {
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
          case DOUBLE -> tensor.doubleData().length;
          case FLOAT -> tensor.floatData().length;
          case INT64 -> tensor.int64Data().length;
          default -> tensor.int32Data().length;
        };
    if (found != count) {
      throw OnnxException.damaged(
          "the tensor %s has %d elements, but its shape asks for %d", name, found, count);
    }
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] =
          switch (type) {
            case DOUBLE -> tensor.doubleData()[i];
            case FLOAT -> tensor.floatData()[i];
            case FLOAT16 -> half((short) tensor.int32Data()[i]);
            case BFLOAT16 -> brain((short) tensor.int32Data()[i]);
            case INT64 -> tensor.int64Data()[i];
            default -> tensor.int32Data()[i];
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
  static double brain(short bits) {
    return Float.intBitsToFloat(bits << 16);
  }
}
