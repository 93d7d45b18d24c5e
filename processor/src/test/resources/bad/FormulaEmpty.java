// expect: error GS029 line 8 column 40: at character 1: expected a number, a variable, a function or (, but the formula ends

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2}, formula = "")
public interface FormulaEmpty extends FloatNetwork {}
