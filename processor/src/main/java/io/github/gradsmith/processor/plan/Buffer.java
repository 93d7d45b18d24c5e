package io.github.gradsmith.processor.plan;

import io.github.gradsmith.processor.model.Precision;
import io.github.gradsmith.processor.plan.simd.SimdStorage;

/**
 * Numbers that a network keeps in an array of its own, or in an array of rows.
 *
 * @param name its letter and the layer's number, as it stands in generated code
 * @param layer the number of its layer; 0 if it belongs to the whole network
 * @param role what it is for
 * @param precision of its numbers
 * @param rows as many arrays; 1 if it is a single one
 * @param width numbers of a row
 * @param layout what its rows are
 * @param simd what stands in its place where SIMD kernels run
 */
public record Buffer(
    String name,
    int layer,
    Role role,
    Precision precision,
    int rows,
    int width,
    Layout layout,
    SimdStorage simd) {
  private static final int HEADER = 16;
  private static final int REFERENCE = 4;
  private static final int ALIGNMENT = 8;

  /** What the numbers of a buffer are. */
  public enum Role {
    WEIGHT,
    BIAS,
    /** Of weights and of biases. */
    GRADIENT,
    /** What the optimizer keeps from step to step. */
    STATE,
    /** Weighted sums, z. */
    PRE_ACTIVATION,
    /** a. */
    ACTIVATION,
    /** ∂E/∂z. */
    DELTA,
    /** What is known of the rows that a layer makes normal. */
    MOMENTS,
    /** What a loop needs besides. */
    SCRATCH,
    /** Zeros in the place of biases that a layer does not have. */
    CONSTANT;

    /** Whether replicas share it. */
    public boolean isShared() {
      return this == WEIGHT || this == BIAS || this == STATE;
    }

    /** Whether there is one of them for each sample. */
    public boolean isOfSample() {
      return this == PRE_ACTIVATION || this == ACTIVATION || this == DELTA || this == MOMENTS;
    }
  }

  /** What the rows of a buffer are. */
  public enum Layout {
    /** One array, not an array of rows. */
    ARRAY,
    /** A row for each sample of a tile. */
    TILE,
    /** A row for each neuron, [out][in]. */
    NEURONS,
    /** A row for each input, [in][out]. */
    INPUTS,
    /** A row for each group of neurons, whose weights stand in the order in which they are read. */
    PACKED
  }

  /** Numbers of all rows. */
  public long numbers() {
    return (long) rows * width;
  }

  /** Bytes of all numbers. */
  public long bytes() {
    return numbers() * precision.bytes();
  }

  /** Bytes on the heap, with headers and references to rows. */
  public long heapBytes() {
    long row = array(width, precision.bytes());
    return layout == Layout.ARRAY ? row : array(rows, REFERENCE) + rows * row;
  }

  /** Bytes on the heap of what is there where the SIMD kernels run, without any numbers. */
  public static long emptyArray() {
    return HEADER;
  }

  /** Whether it has a row for each sample of a tile. */
  public boolean hasRowPerSample() {
    return layout == Layout.TILE;
  }

  /** Whether it is the same where SIMD kernels run. */
  public boolean isFixed() {
    return simd instanceof SimdStorage.Same;
  }

  private static long array(long length, int bytes) {
    return (HEADER + length * bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  @Override
  public String toString() {
    String size = layout == Layout.ARRAY ? "[" + width + "]" : "[" + rows + "][" + width + "]";
    return name + size + " " + role + " " + layout + (isFixed() ? "" : ", in SIMD " + simd);
  }
}
