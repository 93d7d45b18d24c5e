package io.github.gradsmith.processor.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A batch whose numbers know where they come from: an oracle of what reshaping does to samples, by
 * moving them, and without a thought of networks.
 *
 * @param dims its shape
 * @param tags for each number its sample times the width of a sample, plus its place there
 * @param samples how many there are
 */
record TaggedTensor(List<Integer> dims, int[] tags, int samples) {
  /** What ONNX Runtime would not run, either. */
  static final class InvalidException extends Exception {
    private static final long serialVersionUID = 1;
  }

  /** Rows that are no samples, whole and in order. */
  static final class MixedException extends Exception {
    private static final long serialVersionUID = 1;
  }

  static TaggedTensor batch(List<Integer> dims, int samples) {
    int[] tags = new int[dims.stream().reduce(1, (a, b) -> a * b)];
    Arrays.setAll(tags, i -> i);
    return new TaggedTensor(dims, tags, samples);
  }

  int width() {
    return tags.length / samples;
  }

  int last() {
    return dims.isEmpty() ? 1 : dims.get(dims.size() - 1);
  }

  boolean isInOrder() {
    for (int i = 0; i < tags.length; i++) {
      if (tags[i] != i) {
        return false;
      }
    }
    return true;
  }

  TaggedTensor reshaped(int... target) throws InvalidException {
    List<Integer> result = new ArrayList<>();
    int known = 1;
    for (int i = 0; i < target.length; i++) {
      if (target[i] == 0 && i >= dims.size()) {
        throw new InvalidException();
      }
      result.add(target[i] == 0 ? dims.get(i) : target[i]);
      known *= result.get(i) == -1 ? 1 : result.get(i);
    }
    int open = result.indexOf(-1);
    if (open >= 0) {
      result.set(open, tags.length / known);
    }
    if (result.stream().reduce(1, (a, b) -> a * b) != tags.length) {
      throw new InvalidException();
    }
    return new TaggedTensor(result, tags, samples);
  }

  TaggedTensor transposed(int... order) {
    List<Integer> result = new ArrayList<>();
    for (int axis : order) {
      result.add(dims.get(axis));
    }
    int[] moved = new int[tags.length];
    int[] place = new int[order.length];
    for (int i = 0; i < moved.length; i++) {
      int from = 0;
      for (int axis = 0; axis < dims.size(); axis++) {
        int at = 0;
        while (order[at] != axis) {
          at++;
        }
        from = from * dims.get(axis) + place[at];
      }
      moved[i] = tags[from];
      for (int at = order.length - 1; at >= 0 && ++place[at] == result.get(at); at--) {
        place[at] = 0;
      }
    }
    return new TaggedTensor(result, moved, samples);
  }

  /** Every row along the last dimension taken for a sample, which has other numbers thereafter. */
  TaggedTensor layer(int outputs) throws InvalidException, MixedException {
    if (dims.isEmpty() || tags.length % last() != 0) {
      throw new InvalidException();
    }
    requireRows();
    List<Integer> result = new ArrayList<>(dims);
    result.set(dims.size() - 1, outputs);
    return batch(result, samples);
  }

  void requireRows() throws MixedException {
    if (last() != width() || !isInOrder()) {
      throw new MixedException();
    }
  }

  /** The first dimension that is not 1 counts the samples; one sample alone may be a row. */
  void requireSamplesApart() throws MixedException {
    int first = dims.stream().filter(dim -> dim != 1).findFirst().orElse(1);
    boolean apart = samples == 1 ? dims.size() < 2 || dims.get(0) == 1 : first == samples;
    if (!apart || !isInOrder()) {
      throw new MixedException();
    }
  }
}
