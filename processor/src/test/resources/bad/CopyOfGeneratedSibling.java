// expect: error GS009 line 11 column 15: CopyOfGeneratedSibling.copy() returns SiblingImpl, but a copy

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public interface CopyOfGeneratedSibling extends FloatNetwork {
  @Override
  SiblingImpl copy();
}

@Network(layers = {2, 3, 1}, activation = TANH)
interface Sibling extends FloatNetwork {}
