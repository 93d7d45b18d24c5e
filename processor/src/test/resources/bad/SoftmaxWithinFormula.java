// expect: error GS030 line 8 column 52: The formula has softmax at character 5

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2}, formula = {"tanh(z)", "2 * softmax(z)"})
public interface SoftmaxWithinFormula extends FloatNetwork {}
