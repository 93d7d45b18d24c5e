// expect: error GS089 line 12 (ecj 11) column 16: A size of IN is 0, but it must be at least 1.
// expect: error GS089 line 12 (ecj 11) column 19: A size of IN is -6

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface InputSizesNotPositive extends FloatNetwork {
  enum Layer {
    @Input({4, 0, -6}) IN,
    @Dense(units = 2) OUT
  }
}
