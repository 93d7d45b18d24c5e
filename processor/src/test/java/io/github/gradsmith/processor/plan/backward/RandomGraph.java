package io.github.gradsmith.processor.plan.backward;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Layers that read random parts of random earlier values, with whole numbers as derivatives. */
final class RandomGraph {
  private final Random random;
  private final int last;
  private final int[] widths;
  private final long[] slopes;
  private final List<List<Edge>> edges = new ArrayList<>();
  private final long[][] known;

  RandomGraph(Random random) {
    this.random = random;
    this.last = 2 + random.nextInt(7);
    this.widths = random.ints(last + 1, 1, 5).toArray();
    this.slopes = random.longs(last + 1, -3, 4).toArray();
    this.known = new long[last + 1][];
    for (int layer = 0; layer <= last; layer++) {
      edges.add(new ArrayList<>());
    }
    for (int layer = 2; layer <= last; layer++) {
      for (int use = 1 + random.nextInt(3); use > 0; use--) {
        edges.get(layer).add(edge(layer, 1 + random.nextInt(layer - 1)));
      }
    }
    for (int value = 2; value < last; value++) {
      readByOne(value);
    }
  }

  private void readByOne(int value) {
    if (edges.stream().flatMap(List::stream).noneMatch(edge -> edge.value() == value)) {
      int reader = value + 1 + random.nextInt(last - value);
      edges.get(reader).add(edge(reader, value));
    }
  }

  private Edge edge(int reader, int value) {
    boolean isWhole = random.nextBoolean();
    int begin = isWhole ? 0 : random.nextInt(widths[value]);
    int length = isWhole ? widths[value] : 1 + random.nextInt(widths[value] - begin);
    long[][] derivative = new long[widths[reader]][];
    for (int j = 0; j < derivative.length; j++) {
      derivative[j] = random.longs(length, -5, 6).toArray();
    }
    return new Edge(value, begin, length, derivative);
  }

  /** A use of a part of a value; {@code derivative[j][i]} is that of output j by element i. */
  record Edge(int value, int begin, int length, long[][] derivative) {
    /** What comes back of the reader's delta. */
    long[] back(long[] delta) {
      long[] part = new long[length];
      for (int i = 0; i < length; i++) {
        for (int j = 0; j < delta.length; j++) {
          part[i] += delta[j] * derivative[j][i];
        }
      }
      return part;
    }
  }

  List<Reader> readers() {
    List<Reader> readers = new ArrayList<>();
    for (int layer = 2; layer <= last; layer++) {
      readers.add(
          new Reader(
              layer,
              edges.get(layer).stream()
                  .map(edge -> new Reader.Use(edge.value(), edge.length() == widths[edge.value()]))
                  .toList()));
    }
    return readers;
  }

  /** By the definition: the slope times the sum over all layers that read any part of it. */
  long[] delta(int layer) {
    if (known[layer] == null) {
      long[] delta = new long[widths[layer]];
      if (layer == last) {
        Arrays.fill(delta, 1);
      }
      for (int reader = layer + 1; reader <= last; reader++) {
        for (Edge edge : edges.get(reader)) {
          if (edge.value() == layer) {
            long[] part = edge.back(delta(reader));
            for (int i = 0; i < part.length; i++) {
              delta[edge.begin() + i] += part[i] * slopes[layer];
            }
          }
        }
      }
      known[layer] = delta;
    }
    return known[layer];
  }

  Edge use(DeltaStep step) {
    return edges.get(step.reader()).get(step.use());
  }

  int last() {
    return last;
  }

  int width(int layer) {
    return widths[layer];
  }

  long slope(int layer) {
    return slopes[layer];
  }
}
