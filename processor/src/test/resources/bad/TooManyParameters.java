// expect: error GS015 line 8 column 27: Layer 2 brings the network to 2147534622 parameters (46340 × 46342 weights and 46342 biases of its own), but at most 2147483639

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {46340, 46342, 1}, activation = TANH)
public interface TooManyParameters extends FloatNetwork {}
