// expect: error GS028 line 8 column 93: Remove one of the two

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2}, activation = SIGMOID, loss = HALF_SQUARED_ERROR, lossFormula = "abs(a - t)")
public interface LossAndFormula extends FloatNetwork {}
