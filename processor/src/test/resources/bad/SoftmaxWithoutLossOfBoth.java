// expect: warning GS020 line 8 column 50: HALF_SQUARED_ERROR learns slowly

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2}, activation = {RELU, SOFTMAX})
public interface SoftmaxWithoutLossOfBoth extends FloatPredictor, FloatNetwork {}
