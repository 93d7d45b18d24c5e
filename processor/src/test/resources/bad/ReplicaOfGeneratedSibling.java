// expect: error GS009 line 11 column 15: returns SiblingImpl

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public interface ReplicaOfGeneratedSibling extends FloatNetwork {
  @Override
  SiblingImpl replica();
}

@Network(layers = {2, 3, 1}, activation = TANH)
interface Sibling extends FloatNetwork {}
