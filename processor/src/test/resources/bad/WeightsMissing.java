// expect: error GS046 line 6 column 70: The file weights/gone.safetensors was not found.
// options: -Agradsmith.weightsDir=src/test/resources/bad

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = Activation.TANH, weights = "weights/gone.safetensors")
public interface WeightsMissing extends FloatNetwork {}
