// expect: error GS056 line 6 column 70: no weights are written
// options: -Agradsmith.weightsDir=src/test/resources/bad

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = Activation.TANH, vectors = "weights/vectors.safetensors")
public interface VectorsWithoutWeights extends FloatNetwork {}
