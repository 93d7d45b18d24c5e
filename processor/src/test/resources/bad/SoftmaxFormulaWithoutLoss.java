// expect: warning GS020 line 8 column 52: The last layer is SOFTMAX, but no loss is written

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2}, formula = {"tanh(z)", "softmax(z)"})
public interface SoftmaxFormulaWithoutLoss extends FloatNetwork {}
