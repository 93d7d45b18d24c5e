// expect: error GS031 line 8 column 63: The formula t^2 does not depend on a, so that nothing could be learnt through it. Write a formula in a and t

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2}, activation = TANH, lossFormula = "t^2")
public interface LossFormulaConstant extends FloatNetwork {}
