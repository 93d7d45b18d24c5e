// expect: warning GS039 line 8 column 40: sin(z) / z is not defined at z = 0: it gives NaN

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2}, formula = "sin(z) / z")
public interface FormulaUndefinedAtAPoint extends FloatNetwork {}
