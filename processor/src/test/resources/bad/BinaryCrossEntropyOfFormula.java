// expect: error GS033 line 8 column 67: but it has 1 / (1 + exp(z)). Write "sigmoid(z)" there

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2}, formula = "1 / (1 + exp(z))", loss = BINARY_CROSS_ENTROPY)
public interface BinaryCrossEntropyOfFormula extends FloatNetwork {}
