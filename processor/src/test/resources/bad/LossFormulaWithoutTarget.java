// expect: warning GS032 line 8 column 63: The formula a^2 does not depend on t

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2}, activation = TANH, lossFormula = "a^2")
public interface LossFormulaWithoutTarget extends FloatNetwork {}
