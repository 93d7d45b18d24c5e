// expect: error GS090 line 11 (ecj 10) column 20: @Input of IN has more than 2147483639 numbers in or out, which no array holds. Make it smaller.

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface InputTooLarge extends FloatNetwork {
  enum Layer {
    @Input({65536, 65536}) IN,
    @Dense(units = 2) OUT
  }
}
