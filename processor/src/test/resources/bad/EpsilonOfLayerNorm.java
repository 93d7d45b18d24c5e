// expect: error GS089 line 14 (ecj 12) column 26: epsilon of ONE is 0.0, but it must be finite and above 0.
// expect: error GS089 line 15 (ecj 12) column 26: it must be a number that a float can hold, as which it becomes 0.0.
// expect: error GS089 line 16 (ecj 12) column 28: epsilon of THREE is Infinity

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface EpsilonOfLayerNorm extends FloatNetwork {
  enum Layer {
    @Input(4) IN,
    @LayerNorm(epsilon = 0) ONE,
    @LayerNorm(epsilon = 1e-60) TWO,
    @LayerNorm(epsilon = 1 / 0.0) THREE,
    @Dense(units = 2) OUT
  }
}
