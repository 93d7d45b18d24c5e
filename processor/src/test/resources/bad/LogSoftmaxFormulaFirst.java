// expect: error GS017 line 8 column 41: logsoftmax(z) stands at layer 2, but only the last layer can use it. Use another formula here, such as "max(z, 0)".

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2}, formula = {"logsoftmax( z )", "tanh(z)"})
public interface LogSoftmaxFormulaFirst extends FloatNetwork {}
