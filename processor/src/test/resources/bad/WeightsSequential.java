// expect: error GS052 line 9 column 70: Write names = {"0", "2"} if these are the layers.
// expect: error GS052 line 9 column 70: no tensor layer2.bias
// expect: error GS052 line 9 column 70: no tensor layer3.weight
// expect: error GS052 line 9 column 70: no tensor layer3.bias
// options: -Agradsmith.weightsDir=src/test/resources/bad

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = Activation.TANH, weights = "weights/sequential.safetensors")
public interface WeightsSequential extends FloatNetwork {}
