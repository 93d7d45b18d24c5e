// expect: error GS074 line 20 column 3: Second is a further enum of layers in TwoEnumsOfLayers, which has First. Keep one of them, or write an interface for each.

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface TwoEnumsOfLayers extends FloatNetwork {
  enum First {
    @Input(4) IN,
    @Dense(units = 2) OUT
  }

  enum Free {
    ONE,
    TWO
  }

  enum Second {
    @Input(4) IN,
    @Dense(units = 3) OUT
  }
}
