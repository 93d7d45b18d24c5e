// expect: warning GS020 line 8 column 50: The last layer is SOFTMAX, but no loss is written. The default HALF_SQUARED_ERROR learns slowly with SOFTMAX. Write loss = CROSS_ENTROPY, or

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2}, activation = {RELU, SOFTMAX})
public interface SoftmaxWithoutLoss extends FloatNetwork {}
