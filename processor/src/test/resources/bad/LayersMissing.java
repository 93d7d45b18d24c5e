// expect: error GS012 line 5 column 1: layers names no layer, but a network has at least two layers: input and output. Write for example: layers = {784, 30, 10}, or name a model.

import io.github.gradsmith.*;

@Network(activation = Activation.TANH)
public interface LayersMissing extends FloatNetwork {}
