package io.github.gradsmith.sample.benchmarks.residual;

import static io.github.gradsmith.Activation.RELU;
import static io.github.gradsmith.Activation.SOFTMAX;

import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.Loss;
import io.github.gradsmith.Network;
import io.github.gradsmith.layer.Add;
import io.github.gradsmith.layer.Dense;
import io.github.gradsmith.layer.Input;
import io.github.gradsmith.layer.LayerNorm;

/** 784-128-128-10 as a chain, and with a residual whose sum is made normal. */
public final class ResidualNets {
  private ResidualNets() {}

  /** The chain, its weights drawn from a seed. */
  public static FloatNetwork chain() {
    return new ResidualNets_ChainImpl(1);
  }

  /** The residual network, its weights drawn from a seed. */
  public static FloatNetwork residual() {
    return new ResidualNets_ResidualImpl(1);
  }

  @Network(
      layers = {784, 128, 128, 10},
      activation = {RELU, RELU, SOFTMAX},
      loss = Loss.CROSS_ENTROPY)
  interface Chain extends FloatNetwork {}

  @Network(loss = Loss.CROSS_ENTROPY)
  interface Residual extends FloatNetwork {
    /** What it computes. */
    enum Layer {
      @Input(784)
      IMAGE,
      @Dense(units = 128, activation = RELU)
      HIDDEN,
      @Dense(units = 128, activation = RELU)
      AGAIN,
      @Add({"HIDDEN", "AGAIN"})
      SUM,
      @LayerNorm
      EVEN,
      @Dense(units = 10, activation = SOFTMAX)
      DIGIT
    }
  }
}
