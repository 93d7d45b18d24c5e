// expect: error GS063 line 6 column 70: holds no bias for layers 2, 3, it has layer2.weight, layer3.weight. PyTorch's nn.Linear(bias=False) leaves biases out, but every layer here adds one: write zeros into the file, layer2.bias [3], layer3.bias [1], or export with biases.
// options: -Agradsmith.weightsDir=../runtime/core/src/test/resources/cases

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = Activation.TANH, weights = "safetensors/14-no-bias.safetensors")
public interface WeightsWithoutBias extends FloatNetwork {}
