// expect: error GS050 line 6 column 106: names has 1 entry, but 2 layers after the input need one prefix each
// options: -Agradsmith.weightsDir=src/test/resources/bad

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = Activation.TANH, weights = "weights/good.safetensors", names = {"fc1"})
public interface WeightNameCount extends FloatNetwork {}
