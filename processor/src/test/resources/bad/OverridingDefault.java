// expect: error GS008 line 11 column 15: The default method classify(float[]) of OverridingDefault

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public interface OverridingDefault extends FloatNetwork {
  @Override
  default int classify(float[] input) {
    return 0;
  }
}
