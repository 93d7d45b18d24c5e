// expect: error GS086 line 12 (ecj 10) column 5: Nothing reads LEFT, and only the last constant, OUT, is the output. Remove it, or let a later layer read it, as with from = "LEFT".

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface LayerUnread extends FloatNetwork {
  enum Layer {
    @Input(4) IN,
    @Dense(units = 3) LEFT,
    @Dense(units = 3, from = "IN") RIGHT,
    @Dense(units = 2) OUT
  }
}
