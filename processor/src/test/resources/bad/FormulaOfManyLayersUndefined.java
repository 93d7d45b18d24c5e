// expect: warning GS039 line 9 column 41: log(z)
// expect: warning GS040 line 9 column 41: log(z) is not finite at z = 0

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2}, formula = {"log(z)", "log(z)"})
public interface FormulaOfManyLayersUndefined extends FloatNetwork {}
