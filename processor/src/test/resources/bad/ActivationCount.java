// expect: error GS016 line 10 column 18: activation names 2, but 4 layers need either 1 for all of the layers after the input or exactly 3

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(
    layers = {4, 3, 2, 1},
    activation = {RELU, SIGMOID})
public interface ActivationCount extends FloatNetwork {}
