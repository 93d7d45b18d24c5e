// expect: error GS017 line 11 (ecj 9) column 29: SOFTMAX stands at layer 2,
// expect: error GS017 line 11 (ecj 9) column 39: SOFTMAX stands at layer 3,

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(
    layers = {4, 3, 2, 2},
    activation = {Activation.SOFTMAX, SOFTMAX, SOFTMAX},
    loss = CROSS_ENTROPY)
public interface SoftmaxEverywhere extends FloatNetwork {}
