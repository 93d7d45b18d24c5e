// expect: error GS029 line 13 (ecj 11) column 33: unknown variable x
// expect: error GS029 line 14 (ecj 11) column 51: at character 5

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface FormulaOfConstantMisspelt extends FloatNetwork {
  enum Layer {
    @Input(4) IN,
    @Dense(units = 4, formula = "tanh(x)") HIDDEN,
    @Multiply(value = {"IN", "HIDDEN"}, formula = "z * * 2") OUT
  }
}
