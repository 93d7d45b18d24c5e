package io.github.gradsmith.internal.onnx;

/** The types of numbers, with their codes in ONNX. */
enum ElementType {
  FLOAT(1),
  DOUBLE(11);

  /** The code of whole numbers. */
  static final int INT64 = 7;

  private final int code;

  ElementType(int code) {
    this.code = code;
  }

  /** Bytes of a number. */
  int bytes() {
    return this == FLOAT ? Float.BYTES : Double.BYTES;
  }

  int code() {
    return code;
  }

  /** A single value of this type, rounded to it. */
  Message.Part value(double value) {
    return this == FLOAT
        ? RawValues.of(new float[] {(float) value}, 0, 1)
        : RawValues.of(new double[] {value}, 0, 1);
  }
}
