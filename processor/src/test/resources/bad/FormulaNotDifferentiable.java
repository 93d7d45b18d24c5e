// expect: warning GS042 line 8 column 40: sqrt(abs(z)) has no finite derivative at z = 0

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2}, formula = "sqrt(abs(z))")
public interface FormulaNotDifferentiable extends FloatNetwork {}
