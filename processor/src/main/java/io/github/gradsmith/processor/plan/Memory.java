package io.github.gradsmith.processor.plan;

import io.github.gradsmith.processor.plan.Buffer.Role;
import io.github.gradsmith.processor.plan.simd.SimdStorage;
import java.util.List;
import java.util.function.Predicate;

/**
 * What the buffers of a network take.
 *
 * @param buffers all of them
 */
public record Memory(List<Buffer> buffers) {
  /** Bytes of weights and biases. */
  public long parameterBytes() {
    return bytes(buffer -> buffer.role() == Role.WEIGHT || buffer.role() == Role.BIAS);
  }

  /** Bytes of what the optimizer keeps. */
  public long stateBytes() {
    return bytes(buffer -> buffer.role() == Role.STATE);
  }

  /** Bytes of all that replicas do not share. */
  public long workingBytes() {
    return bytes(buffer -> !buffer.role().isShared());
  }

  /** Of these, bytes of what is the same where SIMD kernels run. */
  public long fixedWorkingBytes() {
    return bytes(buffer -> !buffer.role().isShared() && buffer.isFixed());
  }

  /** Bytes of all arrays, with headers and references to rows. */
  public long heapBytes() {
    return buffers.stream().mapToLong(Buffer::heapBytes).sum();
  }

  /**
   * Bytes of all arrays that are the same where SIMD kernels run, and of the headers of those that
   * are others: an array of rows that has none, or one whose numbers {@link #panels} counts.
   */
  public long fixedHeapBytes() {
    long bytes = 0;
    for (Buffer buffer : buffers) {
      if (buffer.isFixed()) {
        bytes += buffer.heapBytes();
      } else if (buffer.simd() instanceof SimdStorage.Absent
          || buffer.layout() == Buffer.Layout.ARRAY) {
        bytes += Buffer.emptyArray();
      }
    }
    return bytes;
  }

  private long bytes(Predicate<Buffer> which) {
    return buffers.stream().filter(which).mapToLong(Buffer::bytes).sum();
  }
}
