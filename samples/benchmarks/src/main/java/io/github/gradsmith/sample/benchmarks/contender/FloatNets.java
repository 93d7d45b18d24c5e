package io.github.gradsmith.sample.benchmarks.contender;

import static io.github.gradsmith.Activation.SIGMOID;

import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.Network;

/**
 * The networks in {@code float}. Nothing is said of SIMD: the same class computes with plain Java
 * or with the Vector API, as the JVM was started.
 */
public final class FloatNets {
  private FloatNets() {}

  /** A network of that size, its weights drawn from the seed. */
  public static FloatNetwork create(Size size, long seed) {
    return switch (size) {
      case N2_2_1 -> new FloatNets_N2_2_1Impl(seed);
      case N16_16_4 -> new FloatNets_N16_16_4Impl(seed);
      case N64_64_64 -> new FloatNets_N64_64_64Impl(seed);
      case N784_30_10 -> new FloatNets_N784_30_10Impl(seed);
      case N784_128_64_10 -> new FloatNets_N784_128_64_10Impl(seed);
      case N784_512_512_10 -> new FloatNets_N784_512_512_10Impl(seed);
    };
  }

  @Network(
      layers = {2, 2, 1},
      activation = SIGMOID)
  interface N2_2_1 extends FloatNetwork {}

  @Network(
      layers = {16, 16, 4},
      activation = SIGMOID)
  interface N16_16_4 extends FloatNetwork {}

  @Network(
      layers = {64, 64, 64},
      activation = SIGMOID)
  interface N64_64_64 extends FloatNetwork {}

  @Network(
      layers = {784, 30, 10},
      activation = SIGMOID)
  interface N784_30_10 extends FloatNetwork {}

  @Network(
      layers = {784, 128, 64, 10},
      activation = SIGMOID)
  interface N784_128_64_10 extends FloatNetwork {}

  @Network(
      layers = {784, 512, 512, 10},
      activation = SIGMOID)
  interface N784_512_512_10 extends FloatNetwork {}
}
