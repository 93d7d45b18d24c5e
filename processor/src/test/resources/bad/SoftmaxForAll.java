// expect: error GS018 line 8 column 46: A single SOFTMAX would apply to all 3 layers after the input

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2, 2}, activation = SOFTMAX, loss = CROSS_ENTROPY)
public interface SoftmaxForAll extends FloatNetwork {}
