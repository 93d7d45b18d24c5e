// expect: error GS058 line 6 column 108: output 0 of test vector 0 is 
// options: -Agradsmith.weightsDir=src/test/resources/bad -Agradsmith.verify=true

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = Activation.TANH, weights = "weights/good.safetensors", vectors = "weights/vectors.safetensors")
public interface VectorsDeviate extends FloatNetwork {}
