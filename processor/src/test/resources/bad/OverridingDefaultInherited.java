// expect: error GS008 line 13 column 16: resetOptimizer() of Base

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public interface OverridingDefaultInherited extends Base {}

interface Base extends DoubleNetwork {
  @Override
  default void resetOptimizer() {}
}
