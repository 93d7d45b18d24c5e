// expect: error GS054 line 6 column 70: holds 1.0E300 at [0, 1], but weights must be finite numbers in the range of float
// options: -Agradsmith.weightsDir=src/test/resources/bad

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = Activation.TANH, weights = "weights/large.safetensors")
public interface WeightsTooLarge extends FloatNetwork {}
