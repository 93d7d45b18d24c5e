// expect: error GS094 line 13 (ecj 10) column 5: The constants HIDDEN and Hidden are both called hidden in files, where names are in lower case. Rename one of the two.

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface ConstantsOfOneName extends FloatNetwork {
  enum Layer {
    @Input(4) IN,
    @Dense(units = 3) HIDDEN,
    @Dense(units = 3) Hidden,
    @Dense(units = 2) OUT
  }
}
