// expect: error GS088 line 12 (ecj 10) column 5: @Normalization of SCALED takes {features}, but it reads {2, 3} of IN. Let @Input have one size, 6.

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface NormalizationOfSequence extends FloatNetwork {
  enum Layer {
    @Input({2, 3}) IN,
    @Normalization SCALED,
    @Dense(units = 2) OUT
  }
}
