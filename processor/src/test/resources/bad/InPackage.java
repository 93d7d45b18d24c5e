// expect: error GS011 line 13 column 3: The processor generates InPackage_NetImpl for Net
// expect: error GS014 line 12 column 25: Layer 2

package demo.nets;

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

public interface InPackage {
  @Network(layers = {2, 0}, activation = TANH)
  interface Net extends FloatNetwork {}
}

class InPackage_NetImpl {}
