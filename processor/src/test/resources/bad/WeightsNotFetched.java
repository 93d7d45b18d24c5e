// expect: error GS048 line 6 column 70: it is a Git LFS pointer: the file itself was not fetched; run git lfs pull
// options: -Agradsmith.weightsDir=../runtime/core/src/test/resources/cases

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = Activation.TANH, weights = "safetensors/24-lfs.safetensors")
public interface WeightsNotFetched extends FloatNetwork {}
