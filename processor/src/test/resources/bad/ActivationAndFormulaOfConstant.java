// expect: error GS026 line 12 (ecj 10) column 52: activation and formula are both written

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface ActivationAndFormulaOfConstant extends FloatNetwork {
  enum Layer {
    @Input(4) IN,
    @Dense(units = 2, activation = RELU, formula = "tanh(z)") OUT
  }
}
