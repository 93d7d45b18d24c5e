// expect: error GS090 line 12 (ecj 10) column 20: @Dense of WIDE has more than 2147483639 numbers

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface ValueTooLarge extends FloatNetwork {
  enum Layer {
    @Input({65536, 1}) IN,
    @Dense(units = 65536) WIDE,
    @Dense(units = 1) OUT
  }
}
