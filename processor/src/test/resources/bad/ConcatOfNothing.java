// expect: error GS087 line 13 (ecj 10) column 13: @Concat of ALL reads nothing, but it joins two values or more.

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface ConcatOfNothing extends FloatNetwork {
  enum Layer {
    @Input(4) IN,
    @Dense(units = 4) HIDDEN,
    @Concat({}) ALL
  }
}
