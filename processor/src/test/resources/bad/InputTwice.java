// expect: error GS079 line 12 (ecj 10) column 5: @Input is on RIGHT, but only the first constant, LEFT, can be the input. Write another layer here; a network that reads several things reads them side by side, and @Slice takes them apart.

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface InputTwice extends FloatNetwork {
  enum Layer {
    @Input(4) LEFT,
    @Input(3) RIGHT,
    @Concat({"LEFT", "RIGHT"}) BOTH,
    @Dense(units = 2) OUT
  }
}
