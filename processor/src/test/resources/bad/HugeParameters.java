// expect: error GS015 line 8 column 46: Layer 2 brings the network to 4611686016279904256 parameters

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {Integer.MAX_VALUE, Integer.MAX_VALUE, 2, 3}, activation = TANH)
public interface HugeParameters extends DoublePredictor {}
