// expect: error GS026 line 8 column 62: activation and formula are both written

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2}, activation = SIGMOID, formula = "tanh(z)")
public interface ActivationAndFormula extends FloatNetwork {}
