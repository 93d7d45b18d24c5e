// expect: error GS075 line 8 column 23: activation is written at @Network, but the layers are the constants of Layer. Write it there, such as @Dense(units = 10, activation = RELU), and remove it here.

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network(activation = TANH)
public interface ActivationBesideEnum extends FloatNetwork {
  enum Layer {
    @Input(4) IN,
    @Dense(units = 2) OUT
  }
}
