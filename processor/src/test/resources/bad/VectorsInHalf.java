// expect: error GS057 line 6 column 108: y has 16 bits a number, too coarse to compare with, expected F32 or F64
// options: -Agradsmith.weightsDir=src/test/resources/bad

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = Activation.TANH, weights = "weights/good.safetensors", vectors = "weights/half-vectors.safetensors")
public interface VectorsInHalf extends FloatNetwork {}
