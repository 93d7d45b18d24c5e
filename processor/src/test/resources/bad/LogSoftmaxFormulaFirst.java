// expect: error GS017 line 8 column 41: Layer 2 has the formula logsoftmax(z), but only the last layer can have it. Use another formula in layer 2, such as "max(z, 0)".

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2}, formula = {"logsoftmax( z )", "tanh(z)"})
public interface LogSoftmaxFormulaFirst extends FloatNetwork {}
