// expect: error GS078 line 11 (ecj 10) column 5: Layer begins with @Dense, HIDDEN, but its first constant must be the input. Write for example @Input(784) IN before it.

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface EnumWithoutInput extends FloatNetwork {
  enum Layer {
    @Dense(units = 4) HIDDEN,
    @Dense(units = 2) OUT
  }
}
