package io.github.gradsmith.training.internal.step;

import io.github.gradsmith.ParameterTensor;
import io.github.gradsmith.Topology;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Keeps gradients small. Their squares are summed up in {@code double}, first those of each row of
 * a tensor, then the rows in order.
 */
public final class FloatClipping {
  /** Keeps PyTorch's quotient finite. */
  private static final double EPSILON = 1e-6;

  private final int[] rowEnds;
  private final double clipNorm;
  private final double clipValue;

  /**
   * Of the gradients of a network.
   *
   * @param clipNorm the largest norm; 0 for any
   * @param clipValue the largest entry; 0 for any
   */
  public FloatClipping(Topology topology, double clipNorm, double clipValue) {
    rowEnds = rowEnds(topology.parameters());
    this.clipNorm = clipNorm;
    this.clipValue = clipValue;
  }

  /** The place after each row; the last dimension of a tensor is a row. */
  static int[] rowEnds(List<ParameterTensor> tensors) {
    return tensors.stream()
        .flatMapToInt(
            tensor -> {
              int[] shape = tensor.shape();
              int length = shape.length == 0 ? 1 : shape[shape.length - 1];
              return IntStream.rangeClosed(1, tensor.size() / length)
                  .map(row -> tensor.offset() + row * length);
            })
        .toArray();
  }

  /**
   * Clips a gradient, unless it is not finite.
   *
   * @return its norm before
   */
  public double apply(float[] gradient) {
    double norm = norm(gradient);
    if (!Double.isFinite(norm)) {
      return norm;
    }
    double scale = clipNorm > 0 ? clipNorm / (norm + EPSILON) : 1;
    if (scale < 1) {
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] = (float) (gradient[i] * scale);
      }
    }
    if (clipValue > 0) {
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] = (float) Math.max(-clipValue, Math.min(clipValue, gradient[i]));
      }
    }
    return norm;
  }

  private double norm(float[] gradient) {
    double squares = 0;
    int i = 0;
    for (int end : rowEnds) {
      double row = 0;
      for (; i < end; i++) {
        row += (double) gradient[i] * gradient[i];
      }
      squares += row;
    }
    return StrictMath.sqrt(squares);
  }
}
