package io.github.gradsmith.processor.onnx.message;

/** Types of attributes; each has its place in this list for its number. */
public enum AttributeType {
  UNDEFINED,
  FLOAT,
  INT,
  STRING,
  TENSOR,
  GRAPH,
  FLOATS,
  INTS,
  STRINGS,
  TENSORS,
  GRAPHS,
  SPARSE_TENSOR,
  SPARSE_TENSORS,
  TYPE_PROTO,
  TYPE_PROTOS;

  /** The last number that is a type's: others are as good as unknown. */
  static AttributeType last(long[] numbers) {
    AttributeType type = UNDEFINED;
    for (long number : numbers) {
      int written = (int) number;
      type = written < 0 || written >= values().length ? type : values()[written];
    }
    return type;
  }
}
