// expect: error GS057 line 6 column 108: y holds -1.0E39 at [2, 0], but its numbers must be finite in the range of float. Write
// options: -Agradsmith.weightsDir=src/test/resources/bad

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = Activation.TANH, weights = "weights/good.safetensors", vectors = "weights/y-large.safetensors")
public interface VectorsTooLarge extends FloatNetwork {}
