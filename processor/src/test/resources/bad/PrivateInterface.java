// expect: error GS003 line 10 column 11: cannot see Net, because Net is private

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

public class PrivateInterface {
  @Network(layers = {2, 3, 1}, activation = TANH)
  private interface Net extends FloatNetwork {}
}
