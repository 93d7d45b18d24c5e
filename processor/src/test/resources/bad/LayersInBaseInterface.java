// expect: warning GS095 line 15 (ecj 14) column 5: @Input has no effect on Layer.IN
// expect: warning GS095 line 16 (ecj 14) column 5: @Dense has no effect on Layer.OUT
// expect: error GS072 line 10 column 1: LayersInBaseInterface declares no layers

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface LayersInBaseInterface extends FloatNetwork, WithLayers {}

interface WithLayers {
  enum Layer {
    @Input(4) IN,
    @Dense(units = 2) OUT
  }
}
