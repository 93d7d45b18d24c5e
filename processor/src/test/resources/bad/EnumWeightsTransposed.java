// expect: error GS053 line 9 column 63: has shape [2, 3], but layer HIDDEN, 2 → 3, needs [3, 2]. Transposed?
// options: -Agradsmith.weightsDir=src/test/resources/bad

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network(weights = "weights/transposed.safetensors", names = {"layer2", "layer3"})
public interface EnumWeightsTransposed extends FloatNetwork {
  enum Layer {
    @Input(2) IN,
    @Dense(units = 3, activation = TANH) HIDDEN,
    @Slice(begin = 0, end = 3) ALL,
    @Dense(units = 1, activation = TANH) OUT
  }
}
