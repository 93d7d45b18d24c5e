// expect: warning GS065 line 13 (ecj 11) column 33: tanh(z) cannot be computed in float
// expect: error GS033 line 9 column 21: it has tanh(z). Write "sigmoid(z)" there

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network(loss = Loss.BINARY_CROSS_ENTROPY)
public interface BinaryCrossEntropyOfConstant extends FloatNetwork {
  enum Layer {
    @Input(4) IN,
    @Dense(units = 4, formula = "tanh(z)") OUT
  }
}
