package io.github.gradsmith.safetensors;

/** How a tensor's values are held and written; the names are the format's. */
public enum DataType {
  /** IEEE 754 single precision, little-endian. */
  F32(Float.BYTES),
  /** IEEE 754 double precision, little-endian. */
  F64(Double.BYTES);

  private final int bytes;

  DataType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one value. */
  public int bytes() {
    return bytes;
  }
}
