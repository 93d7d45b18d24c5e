// expect: error GS018 line 8 column 43: activation = {RELU, SOFTMAX}

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2}, activation = {SOFTMAX}, loss = HALF_SQUARED_ERROR)
public interface SoftmaxForAllInBraces extends FloatNetwork {}
