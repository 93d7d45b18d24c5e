// expect: error GS016 line 10 column 18: activation has 2 entries, but a network of 4 layers needs 3, one for each layer after the input, or 1 for all of them. Write 3 or 1.

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(
    layers = {4, 3, 2, 1},
    activation = {RELU, SIGMOID})
public interface ActivationCount extends FloatNetwork {}
