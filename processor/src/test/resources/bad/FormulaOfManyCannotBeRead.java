// expect: error GS029 line 8 column 52: at character 3: unknown variable x; z is allowed

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2}, formula = {"tanh(z)", "2*x"})
public interface FormulaOfManyCannotBeRead extends FloatNetwork {}
