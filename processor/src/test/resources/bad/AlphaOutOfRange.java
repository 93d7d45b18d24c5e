// expect: error GS037 line 9 column 18: alpha of @RmsProp is 1.0
// expect: error GS037 line 9 column 31: epsilon of @RmsProp is -1.0E-8

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@RmsProp(alpha = 1, epsilon = -1e-8)
@Network(layers = {4, 3, 2}, activation = TANH)
public interface AlphaOutOfRange extends FloatNetwork {}
