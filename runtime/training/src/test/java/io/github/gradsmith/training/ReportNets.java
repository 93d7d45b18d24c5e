package io.github.gradsmith.training;

import io.github.gradsmith.Activation;
import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.Loss;
import io.github.gradsmith.Network;
import io.github.gradsmith.Simd;

/** The networks of the tests of reports. */
final class ReportNets {
  private ReportNets() {}

  /** Three classes. */
  @Network(
      layers = {4, 5, 3},
      activation = {Activation.TANH, Activation.SOFTMAX},
      loss = Loss.CROSS_ENTROPY,
      simd = Simd.OFF)
  interface Classes extends FloatNetwork {}

  /** One output that tells two classes apart. */
  @Network(
      layers = {4, 3, 1},
      activation = {Activation.RELU, Activation.SIGMOID},
      loss = Loss.BINARY_CROSS_ENTROPY,
      simd = Simd.OFF)
  interface Two extends DoubleNetwork {}

  /** Numbers. */
  @Network(
      layers = {4, 6, 2},
      activation = {Activation.RELU, Activation.IDENTITY},
      loss = Loss.HALF_SQUARED_ERROR,
      simd = Simd.OFF)
  interface Numbers extends DoubleNetwork {}

  /** Many classes of large images. */
  @Network(
      layers = {4096, 8, 60},
      activation = {Activation.SIGMOID, Activation.SOFTMAX},
      loss = Loss.CROSS_ENTROPY,
      simd = Simd.OFF)
  interface Many extends FloatNetwork {}
}
