package io.github.gradsmith.sample.tabular;

import io.github.gradsmith.Activation;
import io.github.gradsmith.AdamW;
import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.Loss;
import io.github.gradsmith.Network;
import io.github.gradsmith.layer.Dense;
import io.github.gradsmith.layer.Input;
import io.github.gradsmith.layer.Normalization;

/** Says how probable it is that a tumour is benign; it keeps mean and variance of what it reads. */
@Network(loss = Loss.BINARY_CROSS_ENTROPY)
@AdamW(weightDecay = 0.1)
public interface CellNet extends DoubleNetwork {
  /** The layers. */
  enum Layer {
    @Input(30)
    MEASURES,
    @Normalization
    SCALED,
    @Dense(units = 16, activation = Activation.TANH)
    HIDDEN,
    @Dense(units = 1, activation = Activation.SIGMOID)
    BENIGN
  }
}
