// expect: error GS064 line 8 column 50: SOFTMAX over a single output is 1 whatever the input, so that nothing can be learnt. Write SIGMOID with BINARY_CROSS_ENTROPY, or two outputs.

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 1}, activation = {RELU, SOFTMAX}, loss = CROSS_ENTROPY)
public interface SoftmaxOfOneOutput extends FloatNetwork {}
