// expect: error GS007 line 12 column 10: Named declares the abstract method name()

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public interface ForeignInherited extends FloatNetwork, Named {}

interface Named {
  String name();
}
