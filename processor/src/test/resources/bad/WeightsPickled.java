// expect: error GS047 line 6 column 70: its name ends in neither .safetensors nor .npz. It is a Python pickle
// options: -Agradsmith.weightsDir=src/test/resources/bad

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = Activation.TANH, weights = "weights/pickled.pt")
public interface WeightsPickled extends FloatNetwork {}
