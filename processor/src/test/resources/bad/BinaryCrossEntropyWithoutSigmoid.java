// expect: error GS033 line 8 column 67: BINARY_CROSS_ENTROPY needs SIGMOID in the last layer, or a formula that simplifies to it, but it has TANH. Write SIGMOID there

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2}, activation = {SIGMOID, TANH}, loss = BINARY_CROSS_ENTROPY)
public interface BinaryCrossEntropyWithoutSigmoid extends FloatNetwork {}
