// expect: error GS057 line 6 column 108: it has the tensors [layer2.weight, layer2.bias, layer3.weight, layer3.bias]
// options: -Agradsmith.weightsDir=src/test/resources/bad

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = Activation.TANH, weights = "weights/good.safetensors", vectors = "weights/good.safetensors")
public interface VectorsOfWeights extends FloatNetwork {}
