// expect: error GS057 line 6 column 108: x holds NaN at [1, 0], but its numbers must be finite. Write
// options: -Agradsmith.weightsDir=src/test/resources/bad

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = Activation.TANH, weights = "weights/good.safetensors", vectors = "weights/x-nan.safetensors")
public interface VectorsNotFinite extends FloatNetwork {}
