// expect: error GS029 line 8 column 75: unknown variable z; a and t are allowed

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2}, activation = {TANH, IDENTITY}, lossFormula = "(a - z)^2")
public interface FormulaOfAnotherVariable extends FloatNetwork {}
