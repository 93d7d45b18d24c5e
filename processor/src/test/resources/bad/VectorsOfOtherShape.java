// expect: error GS057 line 6 column 108: x has shape [2, 3] and y [2, 1], expected [n, 2] and [n, 1]
// options: -Agradsmith.weightsDir=src/test/resources/bad

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = Activation.TANH, weights = "weights/good.safetensors", vectors = "weights/wide.safetensors")
public interface VectorsOfOtherShape extends FloatNetwork {}
