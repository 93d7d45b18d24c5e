// expect: warning GS039 line 9 column 41: log(z) is not defined at z = -0.003 and 181 more of 365 points: it gives NaN
// expect: warning GS040 line 9 column 41: log(z) is not finite at z = 0: it gives -Infinity in float

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2}, formula = {"log(z)", "z"})
public interface FormulaUndefined extends FloatNetwork {}
