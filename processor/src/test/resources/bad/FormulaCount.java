// expect: error GS016 line 8 column 40: formula has 3 entries, but a network of 3 layers needs 2, one for each layer after the input, or 1 for all of them. The input layer has none, so leave one out.

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2}, formula = {"tanh(z)", "tanh(z)", "z"})
public interface FormulaCount extends FloatNetwork {}
