// expect: error GS055 line 6 column 70: holds the tensor layer4.bias, which no layer takes
// options: -Agradsmith.weightsDir=src/test/resources/bad

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = Activation.TANH, weights = "weights/more.safetensors")
public interface WeightsUnused extends FloatNetwork {}
