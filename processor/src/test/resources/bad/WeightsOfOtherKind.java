// expect: error GS047 line 6 column 70: "weights/net.pt" cannot be read as a weight file, because its name ends in neither .safetensors nor .npz. Save the weights
// options: -Agradsmith.weightsDir=src/test/resources/bad

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = Activation.TANH, weights = "weights/net.pt")
public interface WeightsOfOtherKind extends FloatNetwork {}
