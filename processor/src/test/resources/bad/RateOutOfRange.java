// expect: error GS089 line 14 (ecj 12) column 14: The rate of ALL is 1.0, but it must be at least 0 and below 1.
// expect: error GS089 line 15 (ecj 12) column 14: The rate of NONE is -0.1
// expect: error GS089 line 16 (ecj 12) column 14: it must be below 1 also as a float, which it is not.

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface RateOutOfRange extends FloatNetwork {
  enum Layer {
    @Input(4) IN,
    @Dropout(1) ALL,
    @Dropout(-0.1) NONE,
    @Dropout(0.99999999) MOST,
    @Dense(units = 2) OUT
  }
}
