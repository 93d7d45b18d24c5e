// expect: error GS053 line 6 column 70: has shape [2, 3], but layer 2, 2 → 3, needs [3, 2]. Transposed?
// options: -Agradsmith.weightsDir=src/test/resources/bad

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = Activation.TANH, weights = "weights/transposed.safetensors")
public interface WeightsTransposed extends FloatNetwork {}
