// expect: error GS050 line 9 column 56: names has 1 entry, but 2 layers with tensors in files need one prefix each. Write for example: names = {"fc1", "fc2"}.
// options: -Agradsmith.weightsDir=src/test/resources/bad

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network(weights = "weights/good.safetensors", names = "layer2")
public interface EnumWeightNameCount extends FloatNetwork {
  enum Layer {
    @Input(2) IN,
    @Dense(units = 3, activation = TANH) HIDDEN,
    @Slice(begin = 0, end = 3) ALL,
    @Dense(units = 1, activation = TANH) OUT
  }
}
