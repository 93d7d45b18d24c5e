// expect: warning GS039 line 8 column 37: sqrt(z) is not defined at z = -0.003 and 181 more

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3}, formula = "sqrt(z)")
public interface FormulaOfPredictorUndefined extends FloatPredictor {}
