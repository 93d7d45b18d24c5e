// expect: error GS029 line 8 column 63: at character 1: expected

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2}, activation = TANH, lossFormula = "")
public interface LossFormulaEmpty extends FloatNetwork {}
