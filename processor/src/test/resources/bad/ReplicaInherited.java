// expect: error GS009 line 15 column 5: Self.replica() returns

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public interface ReplicaInherited extends Self<Another> {}

interface Another extends FloatNetwork {}

interface Self<T extends FloatNetwork> extends FloatNetwork {
  @Override
  T replica();
}
