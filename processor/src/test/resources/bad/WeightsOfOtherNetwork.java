// expect: error GS049 line 6 column 70: layers is 2,4,1 there, but 2,3,1 here
// options: -Agradsmith.weightsDir=src/test/resources/bad

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = Activation.TANH, weights = "weights/metadata.safetensors")
public interface WeightsOfOtherNetwork extends FloatNetwork {}
