// expect: error GS008 line 11 column 29: replica()

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public interface OverridingReplica extends FloatPredictor {
  @Override
  default OverridingReplica replica() {
    return this;
  }
}
