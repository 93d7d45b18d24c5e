// expect: error GS089 line 14 (ecj 12) column 20: units of HIDDEN is -1, but it must be at least 1.
// expect: error GS089 line 15 (ecj 12) column 29: categories of TABLE is 0, but it must be at least 1.
// expect: error GS089 line 15 (ecj 12) column 40: units of TABLE is 0

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface UnitsNotPositive extends FloatNetwork {
  enum Layer {
    @Input(4) IN,
    @Dense(units = -1) HIDDEN,
    @Embedding(categories = 0, units = 0, from = "IN") TABLE,
    @Concat({"HIDDEN", "TABLE"}) OUT
  }
}
