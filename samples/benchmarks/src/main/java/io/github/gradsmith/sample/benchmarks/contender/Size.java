package io.github.gradsmith.sample.benchmarks.contender;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;

/** The networks of the comparison, from one that fits in registers to one that fills the cache. */
public enum Size {
  N2_2_1(2, 2, 1),
  N16_16_4(16, 16, 4),
  N64_64_64(64, 64, 64),
  N784_30_10(784, 30, 10),
  N784_128_64_10(784, 128, 64, 10),
  N784_512_512_10(784, 512, 512, 10);

  private final int[] layers;

  Size(int... layers) {
    this.layers = layers;
  }

  /** Neurons per layer, input first; a copy. */
  public int[] layers() {
    return layers.clone();
  }

  public int inputs() {
    return layers[0];
  }

  public int outputs() {
    return layers[layers.length - 1];
  }

  /** Such as {@code 784-30-10}. */
  @Override
  public String toString() {
    return Arrays.stream(layers).mapToObj(Integer::toString).collect(joining("-"));
  }
}
