// expect: error GS007 line 10 column 10: clone()

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public interface ForeignClone extends FloatNetwork {
  Object clone();
}
