// expect: error GS046 line 6 column 108: The file weights/none.safetensors was not found
// options: -Agradsmith.weightsDir=src/test/resources/bad

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = Activation.TANH, weights = "weights/good.safetensors", vectors = "weights/none.safetensors")
public interface VectorsMissing extends FloatNetwork {}
