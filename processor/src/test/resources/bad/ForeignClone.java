// expect: error GS007 line 10 column 10: clone(), which the generated ForeignCloneImpl cannot implement: it is not a method of FloatNetwork.

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public interface ForeignClone extends FloatNetwork {
  Object clone();
}
