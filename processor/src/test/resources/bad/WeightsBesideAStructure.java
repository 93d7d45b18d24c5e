// expect: error GS055 line 6 column 70: holds the tensor rec, which no layer takes (it is a structured array): the layers take
// options: -Agradsmith.weightsDir=../runtime/core/src/test/resources/cases

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = Activation.TANH, weights = "npz/22-structured.npz")
public interface WeightsBesideAStructure extends FloatNetwork {}
