// expect: error GS054 line 6 column 70: Tensor layer3.weight of weights/nan.safetensors holds NaN at [0, 1]
// options: -Agradsmith.weightsDir=src/test/resources/bad

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = Activation.TANH, weights = "weights/nan.safetensors")
public interface WeightsNotFinite extends FloatNetwork {}
