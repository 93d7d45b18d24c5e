// expect: error GS017 line 11 (ecj 9) column 29: Layer 2 has the activation SOFTMAX,
// expect: error GS017 line 11 (ecj 9) column 39: Layer 3 has the activation SOFTMAX,

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(
    layers = {4, 3, 2, 2},
    activation = {Activation.SOFTMAX, SOFTMAX, SOFTMAX},
    loss = CROSS_ENTROPY)
public interface SoftmaxEverywhere extends FloatNetwork {}
