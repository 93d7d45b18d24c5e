package io.github.gradsmith.safetensors;

import io.github.gradsmith.WeightsException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** One tensor's type, shape and range of bytes, consistent in themselves. */
final class HeaderEntry implements TensorInfo {
  final StoredType type;
  final int size;
  final long begin;
  final long end;

  private final String name;
  private final int[] shape;

  HeaderEntry(String name, String type, long[] shape, long[] range) throws WeightsException {
    this.name = name;
    this.type =
        StoredType.of(type)
            .orElseThrow(
                () ->
                    new WeightsException(
                        "tensor "
                            + name
                            + " has type "
                            + type
                            + ", which the format does not have"));
    this.shape = new int[shape.length];
    size = size(name, shape);
    for (int i = 0; i < shape.length; i++) {
      this.shape[i] = dimension(name, shape, i);
    }
    requireRange(shape, range);
    begin = range[0];
    end = range[1];
  }

  private void requireRange(long[] shape, long[] range) throws WeightsException {
    long bytes = type.bytes(size);
    if (bytes < 0) {
      throw new WeightsException(
          "tensor " + name + ": " + size + " values of type " + type + " end within a byte");
    }
    if (range.length != 2 || range[0] > range[1] || range[1] - range[0] != bytes) {
      throw new WeightsException(
          String.format(
              Locale.ROOT,
              "tensor %s: shape %s of type %s takes %d bytes, but its data_offsets are %s",
              name,
              Arrays.toString(shape),
              type,
              bytes,
              Arrays.toString(range)));
    }
  }

  private static int size(String name, long[] shape) throws WeightsException {
    long size = 1;
    for (int i = 0; i < shape.length; i++) {
      size *= dimension(name, shape, i);
      if (size > Integer.MAX_VALUE) {
        throw tooLarge(name, shape);
      }
    }
    return (int) size;
  }

  private static int dimension(String name, long[] shape, int index) throws WeightsException {
    if (shape[index] > Integer.MAX_VALUE) {
      throw tooLarge(name, shape);
    }
    return (int) shape[index];
  }

  private static WeightsException tooLarge(String name, long[] shape) {
    return new WeightsException(
        "tensor " + name + " is too large for an array: its shape is " + Arrays.toString(shape));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<String> problem() {
    return type.isRead() ? Optional.empty() : Optional.of("is of type " + type);
  }

  @Override
  public boolean isHalf() {
    return type == StoredType.F16 || type == StoredType.BF16;
  }

  @Override
  public int[] shape() throws WeightsException {
    requireRead();
    return shape.clone();
  }

  /** Refuses a type that is not read here. */
  void requireRead() throws WeightsException {
    if (!type.isRead()) {
      throw new WeightsException(
          "tensor "
              + name
              + " is of type "
              + type
              + ", expected F32, F64, F16 or BF16: convert it, in PyTorch with .float()");
    }
  }
}
