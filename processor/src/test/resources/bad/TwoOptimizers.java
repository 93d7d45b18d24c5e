// expect: error GS034 line 10 column 1: @Adam stands beside @Sgd
// expect: error GS034 line 11 column 1: @Adagrad stands beside @Sgd

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Sgd(momentum = 0.5)
@Adam
@Adagrad
@Network(layers = {4, 3, 2}, activation = TANH)
public interface TwoOptimizers extends FloatNetwork {}
