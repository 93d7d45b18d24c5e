// expect: error GS017 line 13 (ecj 11) column 36: Layer HIDDEN has the activation SOFTMAX, but only the last layer can have it. Use another activation in layer HIDDEN, such as RELU or SIGMOID.
// expect: error GS017 line 14 (ecj 11) column 28: Layer AGAIN has the formula logsoftmax(z)

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface SoftmaxBeforeLastConstant extends FloatNetwork {
  enum Layer {
    @Input(4) IN,
    @Dense(units = 3, activation = SOFTMAX) HIDDEN,
    @Elementwise(formula = "logsoftmax(z)") AGAIN,
    @Dense(units = 2) OUT
  }
}
