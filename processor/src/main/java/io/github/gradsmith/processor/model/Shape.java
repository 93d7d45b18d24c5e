package io.github.gradsmith.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The sizes of a value or of a parameter, the outermost first; of a value, without the batch.
 *
 * @param sizes at least one, each at least 1
 */
public record Shape(List<Integer> sizes) {
  /**
   * @throws IllegalArgumentException if there is no size, or one below 1
   */
  public Shape {
    sizes = List.copyOf(sizes);
    boolean isShape = !sizes.isEmpty();
    for (int size : sizes) {
      isShape &= size >= 1;
    }
    if (!isShape) {
      throw new IllegalArgumentException("no shape: " + text(sizes));
    }
  }

  public static Shape of(Integer... sizes) {
    return new Shape(List.of(sizes));
  }

  /** Numbers that it holds. */
  public long numbers() {
    long numbers = 1;
    for (int size : sizes) {
      numbers = Math.multiplyExact(numbers, size);
    }
    return numbers;
  }

  /** The innermost size. */
  public int last() {
    return sizes.get(sizes.size() - 1);
  }

  /** Numbers of the dimensions from {@code axis} on. */
  public long from(int axis) {
    return new Shape(sizes.subList(axis, sizes.size())).numbers();
  }

  /** The same with another size along an axis. */
  public Shape with(int axis, int size) {
    List<Integer> changed = new ArrayList<>(sizes);
    changed.set(axis, size);
    return new Shape(changed);
  }

  /** {@code {28, 28}}. */
  @Override
  public String toString() {
    return text(sizes);
  }

  private static String text(List<Integer> sizes) {
    return sizes.stream().map(String::valueOf).collect(Collectors.joining(", ", "{", "}"));
  }
}
