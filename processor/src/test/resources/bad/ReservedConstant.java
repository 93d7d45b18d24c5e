// expect: error GS093 line 12 (ecj 11) column 5: The constant FEATURES is called features in files, where names with features. are kept for something else. Rename it.
// expect: error GS093 line 13 (ecj 11) column 5: The constant Dropout is called dropout

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface ReservedConstant extends FloatNetwork {
  enum Layer {
    @Input(4) FEATURES,
    @Dense(units = 3) Dropout,
    @Dense(units = 2) OUT
  }
}
