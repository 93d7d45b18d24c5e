// expect: error GS006 line 9 column 8: extends FloatNetwork and DoublePredictor,

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public interface ExtendsBoth extends FloatNetwork, DoublePredictor {}
