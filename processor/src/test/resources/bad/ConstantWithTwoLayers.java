// expect: error GS077 line 12 (ecj 10) column 23: @Dropout stands beside @Dense on the constant OUT, but a constant is one layer. Remove one of the two, or write a constant for each.

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface ConstantWithTwoLayers extends FloatNetwork {
  enum Layer {
    @Input(4) IN,
    @Dense(units = 2) @Dropout(0.5) OUT
  }
}
