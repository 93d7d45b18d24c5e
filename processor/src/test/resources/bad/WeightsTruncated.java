// expect: error GS048 line 6 column 70: weights/truncated.safetensors cannot be read
// options: -Agradsmith.weightsDir=src/test/resources/bad

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = Activation.TANH, weights = "weights/truncated.safetensors")
public interface WeightsTruncated extends FloatNetwork {}
