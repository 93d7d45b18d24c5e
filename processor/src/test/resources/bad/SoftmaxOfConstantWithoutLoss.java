// expect: warning GS020 line 12 (ecj 10) column 36: The last layer is SOFTMAX, but no loss is written

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface SoftmaxOfConstantWithoutLoss extends FloatNetwork {
  enum Layer {
    @Input(4) IN,
    @Dense(units = 4, activation = SOFTMAX) OUT
  }
}
