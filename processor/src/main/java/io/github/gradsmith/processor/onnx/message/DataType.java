package io.github.gradsmith.processor.onnx.message;

import java.util.Optional;

/** Types of tensors' elements; each has its place in this list for its number. */
public enum DataType {
  UNDEFINED,
  FLOAT,
  UINT8,
  INT8,
  UINT16,
  INT16,
  INT32,
  INT64,
  STRING,
  BOOL,
  FLOAT16,
  DOUBLE,
  UINT32,
  UINT64,
  COMPLEX64,
  COMPLEX128,
  BFLOAT16,
  FLOAT8E4M3FN,
  FLOAT8E4M3FNUZ,
  FLOAT8E5M2,
  FLOAT8E5M2FNUZ,
  UINT4,
  INT4;

  /** The type of a number that ONNX has given. */
  public static Optional<DataType> of(long number) {
    return number < 0 || number >= values().length
        ? Optional.empty()
        : Optional.of(values()[(int) number]);
  }

  /** The number in files. */
  public int number() {
    return ordinal();
  }
}
