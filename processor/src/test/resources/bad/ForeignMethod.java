// expect: error GS007 line 10 column 10: ForeignMethod declares the abstract method describe(java.lang.String, int)

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public interface ForeignMethod extends FloatNetwork {
  String describe(String name, int index);
}
