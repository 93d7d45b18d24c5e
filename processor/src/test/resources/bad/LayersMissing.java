// expect: error GS072 line 5 column 1: LayersMissing declares no layers. Write layers = {784, 30, 10} for a chain, name a model, or write an enum in the interface whose constants are layers: enum Layer {@Input(784) IN, @Dense(units = 10) OUT}.

import io.github.gradsmith.*;

@Network(activation = Activation.TANH)
public interface LayersMissing extends FloatNetwork {}
