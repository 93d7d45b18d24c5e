// expect: warning GS039 line 8 column 66: t * log(t / a) is not defined at a = 0.

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2}, activation = SIGMOID, lossFormula = "t * log(t / a)")
public interface LossFormulaUndefined extends FloatNetwork {}
