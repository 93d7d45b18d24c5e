// expect: error GS085 line 12 (ecj 10) column 30: @Dense of HIDDEN reads OUT, which stands behind it, but layers are computed in the order in which they stand. Move OUT before HIDDEN, or write one of: IN.

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface LayerReadsLater extends FloatNetwork {
  enum Layer {
    @Input(4) IN,
    @Dense(units = 4, from = "OUT") HIDDEN,
    @Dense(units = 2) OUT
  }
}
