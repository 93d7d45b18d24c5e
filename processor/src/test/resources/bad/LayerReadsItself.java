// expect: error GS084 line 13 (ecj 10) column 17: @Add of SUM reads itself, but a layer reads what stands before it. Write one of: IN, HIDDEN.

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface LayerReadsItself extends FloatNetwork {
  enum Layer {
    @Input(4) IN,
    @Dense(units = 4) HIDDEN,
    @Add({"IN", "SUM"}) SUM
  }
}
