// expect: error GS016 line 8 column 40: activation names 2, but 2 layers need exactly 1, for the layer after the input.

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3}, activation = {SIGMOID, SIGMOID})
public interface ActivationsForOneLayer extends FloatNetwork {}
