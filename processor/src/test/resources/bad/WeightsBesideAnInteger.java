// expect: error GS055 line 6 column 70: holds the tensor epoch, which no layer takes (it holds int64 numbers): the layers take layer2.weight, layer2.bias, layer3.weight, layer3.bias.
// options: -Agradsmith.weightsDir=../runtime/core/src/test/resources/cases

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = Activation.TANH, weights = "npz/17-extra-int.npz")
public interface WeightsBesideAnInteger extends FloatNetwork {}
