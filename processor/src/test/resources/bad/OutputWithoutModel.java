// expect: error GS110 line 8 column 14: output names "y", an output of a model, but no model is written. Write model =, or leave output out.

import io.github.gradsmith.*;

@Network(
    layers = {2, 1},
    activation = Activation.TANH,
    output = "y")
public interface OutputWithoutModel extends FloatPredictor {}
