// expect: error GS014 line 8 column 38: Layer 2 has 0 neurons

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {784, ConstantWidth.HIDDEN, 10}, activation = TANH)
public interface ConstantWidth extends FloatNetwork {
  int HIDDEN = 10 / 20;
}
