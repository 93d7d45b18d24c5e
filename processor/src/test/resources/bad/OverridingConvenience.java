// expect: error GS008 line 11 column 19: forward(float[])

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public interface OverridingConvenience extends FloatPredictor {
  @Override
  default float[] forward(float[] input) {
    return input;
  }
}
