// expect: error GS092 line 13 (ecj 10) column 5: @Normalization of SCALED reads HIDDEN, which is @Dense, but it takes @Input, or a @Slice of it. Write @LayerNorm for results of layers.

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface NormalizationOfResult extends FloatNetwork {
  enum Layer {
    @Input(4) IN,
    @Dense(units = 3) HIDDEN,
    @Normalization SCALED,
    @Dense(units = 2) OUT
  }
}
