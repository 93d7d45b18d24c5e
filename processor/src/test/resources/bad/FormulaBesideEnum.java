// expect: error GS075 line 8 column 20: @Dense(units = 10, formula = "max(z, 0)")

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network(formula = "tanh(z)")
public interface FormulaBesideEnum extends FloatNetwork {
  enum Layer {
    @Input(4) IN,
    @Dense(units = 2) OUT
  }
}
