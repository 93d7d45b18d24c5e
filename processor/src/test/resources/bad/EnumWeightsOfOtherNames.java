// expect: error GS052 line 12 column 20: has no tensor hidden.weight for layer HIDDEN, it has 0.weight, 0.bias, 2.weight, 2.bias. Write names = {"0", "2"} if these are the layers.
// expect: error GS052 line 12 column 20: has no tensor hidden.bias for layer HIDDEN, it has 0.weight, 0.bias, 2.weight, 2.bias. Write names = {"0", "2"} if these are the layers.
// expect: error GS052 line 12 column 20: has no tensor out.weight for layer OUT, it has 0.weight, 0.bias, 2.weight, 2.bias. Write names = {"0", "2"} if these are the layers.
// expect: error GS052 line 12 column 20: has no tensor out.bias for layer OUT, it has 0.weight, 0.bias, 2.weight, 2.bias. Write names = {"0", "2"} if these are the layers.
// options: -Agradsmith.weightsDir=src/test/resources/bad

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network(weights = "weights/sequential.safetensors")
public interface EnumWeightsOfOtherNames extends FloatNetwork {
  enum Layer {
    @Input(2) IN,
    @Dense(units = 3, activation = TANH) HIDDEN,
    @Slice(begin = 0, end = 3) ALL,
    @Dense(units = 1, activation = TANH) OUT
  }
}
