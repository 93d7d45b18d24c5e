// expect: error GS081 line 11 (ecj 10) column 5: Layer has IN alone, but a network has at least one layer after its input. Write for example @Dense(units = 10) OUT behind it.

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface InputAlone extends FloatNetwork {
  enum Layer {
    @Input(4) IN
  }
}
