// options: -Agradsmith.weightsDir=src/test/resources/bad/weights

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

/** Weights of a chain, whose layers have other names here. */
@Network(
    weights = "good.safetensors",
    names = {"layer2", "layer3"})
public interface WeightsOfAnEnum extends FloatNetwork {
  enum Layer {
    @Input(2)
    IN,
    @Dense(units = 3, activation = TANH)
    HIDDEN,
    @Elementwise(activation = TANH)
    BENT,
    @Dense(units = 1)
    OUT
  }
}
