package io.github.gradsmith.processor.random;

import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LayerChoice;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Numbers in other places: for each number that it gives, where it comes from.
 *
 * @param shape of what it gives
 * @param sources which value each number comes from
 * @param places where in that value it stands
 * @param choice its kind
 * @param text the annotation, in which {@code $} stands for what it reads
 */
record PlacesReference(
    List<Integer> shape, int[] sources, int[] places, LayerChoice choice, Text text)
    implements LayerReference {
  /** The annotation for what it reads. */
  interface Text {
    String of(List<String> from);
  }

  static PlacesReference flatten(List<Integer> before) {
    int size = product(before, 0);
    return new PlacesReference(
        List.of(size),
        new int[size],
        counted(size),
        new LayerChoice.Flatten(),
        from -> "@Flatten" + LayerReference.attributes(LayerReference.from(from)));
  }

  static PlacesReference transpose(List<Integer> before) {
    int rows = before.get(0);
    int columns = before.get(1);
    int[] places = new int[rows * columns];
    for (int i = 0; i < places.length; i++) {
      places[i] = i % rows * columns + i / rows;
    }
    return new PlacesReference(
        List.of(columns, rows),
        new int[places.length],
        places,
        new LayerChoice.Transpose(),
        from -> "@Transpose" + LayerReference.attributes(LayerReference.from(from)));
  }

  static PlacesReference slice(List<Integer> before, int axis, int begin, int end) {
    List<Integer> shape = with(before, axis, end - begin);
    int inner = product(before, axis + 1);
    int[] places = new int[product(shape, 0)];
    for (int i = 0; i < places.length; i++) {
      int outer = i / (inner * (end - begin));
      int along = i / inner % (end - begin) + begin;
      places[i] = (outer * before.get(axis) + along) * inner + i % inner;
    }
    String numbers = "begin = " + begin + ", end = " + end;
    String axes = axis == 0 ? "" : "axis = " + axis;
    return new PlacesReference(
        shape,
        new int[places.length],
        places,
        new LayerChoice.Slice(begin, end, axis),
        from -> "@Slice" + LayerReference.attributes(numbers, axes, LayerReference.from(from)));
  }

  static PlacesReference concat(List<List<Integer>> before, int axis) {
    int sum = before.stream().mapToInt(shape -> shape.get(axis)).sum();
    List<Integer> shape = with(before.get(0), axis, sum);
    int inner = product(shape, axis + 1);
    int size = product(shape, 0);
    int[] sources = new int[size];
    int[] places = new int[size];
    for (int i = 0; i < size; i++) {
      int along = i / inner % sum;
      int source = 0;
      while (along >= before.get(source).get(axis)) {
        along -= before.get(source++).get(axis);
      }
      sources[i] = source;
      int outer = i / (inner * sum);
      places[i] = (outer * before.get(source).get(axis) + along) * inner + i % inner;
    }
    return new PlacesReference(
        shape,
        sources,
        places,
        new LayerChoice.Concat(axis),
        from -> {
          String names = "{\"" + String.join("\", \"", from) + "\"}";
          return axis == 0
              ? "@Concat(" + names + ")"
              : "@Concat(value = " + names + ", axis = " + axis + ")";
        });
  }

  private static List<Integer> with(List<Integer> shape, int axis, int size) {
    List<Integer> changed = new java.util.ArrayList<>(shape);
    changed.set(axis, size);
    return changed;
  }

  private static int product(List<Integer> shape, int axis) {
    return shape.stream().skip(axis).reduce(1, (a, b) -> a * b);
  }

  private static int[] counted(int size) {
    int[] numbers = new int[size];
    java.util.Arrays.setAll(numbers, i -> i);
    return numbers;
  }

  @Override
  public LayerChoice choice(ActivationChoice activation) {
    return choice;
  }

  @Override
  public Optional<LayerReference> on(List<List<Integer>> before) {
    List<Integer> first = before.get(0);
    if (choice instanceof LayerChoice.Slice slice) {
      boolean fits = slice.axis() < first.size() && slice.end() <= first.get(slice.axis());
      return when(fits, () -> slice(first, slice.axis(), slice.begin(), slice.end()));
    }
    if (choice instanceof LayerChoice.Concat concat) {
      int axis = concat.axis();
      boolean fits =
          before.size() > 1
              && axis < first.size()
              && before.stream().allMatch(other -> agree(other, first, axis));
      return when(fits, () -> concat(before, axis));
    }
    return choice instanceof LayerChoice.Flatten
        ? Optional.of(flatten(first))
        : when(first.size() == 2, () -> transpose(first));
  }

  private static Optional<LayerReference> when(boolean fits, Supplier<LayerReference> made) {
    return fits ? Optional.of(made.get()) : Optional.empty();
  }

  /** Whether two values differ in their sizes along an axis alone. */
  static boolean agree(List<Integer> shape, List<Integer> other, int axis) {
    return shape.size() == other.size() && with(shape, axis, 0).equals(with(other, axis, 0));
  }

  @Override
  public String annotation(List<String> from, String activation) {
    return text.of(from);
  }

  @Override
  public double[] forward(
      double[][] inputs, double[] parameters, int start, Arithmetic arithmetic) {
    double[] z = new double[places.length];
    for (int i = 0; i < z.length; i++) {
      z[i] = inputs[sources[i]][places[i]];
    }
    return z;
  }

  @Override
  public void back(
      double[][] inputs,
      double[] parameters,
      int start,
      double[] delta,
      double[][] errors,
      double[] gradient,
      Arithmetic arithmetic) {
    for (int i = 0; i < delta.length; i++) {
      LayerReference.add(errors[sources[i]], places[i], delta[i], arithmetic);
    }
  }
}
