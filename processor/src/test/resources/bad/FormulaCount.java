// expect: error GS016 line 8 column 40: formula names 3, but 3 layers need either 1 for all of the layers after the input or exactly 2, one for each

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2}, formula = {"tanh(z)", "tanh(z)", "z"})
public interface FormulaCount extends FloatNetwork {}
