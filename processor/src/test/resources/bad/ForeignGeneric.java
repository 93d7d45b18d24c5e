// expect: error GS007 line 12 column 8: accept(java.lang.String)

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public interface ForeignGeneric extends FloatNetwork, Sink<String> {}

interface Sink<T> {
  void accept(T value);
}
