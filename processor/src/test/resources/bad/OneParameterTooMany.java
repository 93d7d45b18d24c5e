// expect: error GS015 line 8 column 32: 2147483640 parameters

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2147483639, 1}, activation = TANH)
public interface OneParameterTooMany extends FloatNetwork {}
