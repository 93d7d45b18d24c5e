// expect: error GS037 line 10 column 15: beta1 of @Adam is -0.1
// expect: error GS037 line 10 column 29: beta2 of @Adam is 1.5
// expect: error GS037 line 10 column 50: epsilon of @Adam is NaN

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Adam(beta1 = -0.1, beta2 = 1.5, epsilon = Double.NaN)
@Network(layers = {4, 3, 2}, activation = TANH)
public interface BetasOutOfRange extends FloatNetwork {}
