// expect: error GS005 line 10 column 8: SoftmaxWithoutLossOfNothing extends none
// expect: warning GS020 line 9 column 50: HALF_SQUARED_ERROR learns slowly

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2}, activation = {RELU, SOFTMAX})
public interface SoftmaxWithoutLossOfNothing {}
