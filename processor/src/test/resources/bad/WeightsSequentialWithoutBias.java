// expect: error GS052 line 8 column 70: no tensor layer2.weight for layer 2, it has 0.weight, 2.weight. Write names = {"0", "2"}
// expect: error GS052 line 8 column 70: no tensor layer3.weight for layer 3, it has 0.weight, 2.weight. Write names = {"0", "2"}
// expect: error GS063 line 8 column 70: holds no bias for layers 2, 3, it has 0.weight, 2.weight. PyTorch's nn.Linear(bias=False) leaves biases out, but every layer here adds one: write zeros into the file, 0.bias [3], 2.bias [1]
// options: -Agradsmith.weightsDir=src/test/resources/bad

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = Activation.TANH, weights = "weights/sequential-no-bias.safetensors")
public interface WeightsSequentialWithoutBias extends FloatNetwork {}
