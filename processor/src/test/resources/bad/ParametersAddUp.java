// expect: error GS015 line 8 column 41: Layer 4 brings the network to 2400060000 parameters (20000 × 40000 weights and 40000 biases of its own)

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {59999, 20000, 20000, 40000}, activation = TANH)
public interface ParametersAddUp extends FloatNetwork {}
