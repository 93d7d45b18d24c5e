// expect: error GS016 line 8 column 40: activation has 2 entries, but a network of 2 layers needs 1, for the layer after the input. The input layer has none, so leave one out.

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3}, activation = {SIGMOID, SIGMOID})
public interface ActivationsForOneLayer extends FloatNetwork {}
