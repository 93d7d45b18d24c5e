// expect: error GS073 line 8 column 19: layers is written beside the enum Layer, but a network has its layers from one of layers, model and an enum. Remove layers, or the enum.

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network(layers = {4, 2}, activation = TANH)
public interface EnumBesideLayers extends FloatNetwork {
  enum Layer {
    @Input(4) IN,
    @Dense(units = 2) OUT
  }
}
