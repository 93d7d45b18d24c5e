package io.github.gradsmith.sample.benchmarks.sweep;

import java.util.List;
import java.util.stream.IntStream;

/** One of several parts of a list: every {@code count}-th entry, so that all take about as long. */
record Shard(int number, int count) {
  Shard {
    if (count < 1 || number < 1 || number > count) {
      throw new IllegalArgumentException("a shard is 1/4 to 4/4, not " + number + "/" + count);
    }
  }

  /** Reads {@code 1/4}. */
  static Shard of(String text) {
    if (!text.matches("\\d{1,4}/\\d{1,4}")) {
      throw new IllegalArgumentException("a shard is 1/4 to 4/4, not \"" + text + "\"");
    }
    int slash = text.indexOf('/');
    return new Shard(
        Integer.parseInt(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
  }

  <T> List<T> of(List<T> all) {
    return IntStream.range(0, all.size())
        .filter(index -> index % count == number - 1)
        .mapToObj(all::get)
        .toList();
  }
}
