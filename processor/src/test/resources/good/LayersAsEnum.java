import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

class LayersAsEnum {
  @Network(loss = Loss.BINARY_CROSS_ENTROPY)
  @RmsProp
  interface Chain extends FloatNetwork {
    enum Layer {
      @Input(7)
      IN,
      @Dense(units = 9, activation = TANH)
      HIDDEN,
      @Dense(units = 4, activation = SIGMOID)
      OUT
    }
  }

  @Network
  @Adam
  interface Residual extends DoubleNetwork {
    enum Layer {
      @Input({6})
      IN,
      @Dense(units = 8, formula = "max(z, 0)")
      A,
      @Dense(units = 8)
      B,
      @Add({"A", "B"})
      SUM,
      @Elementwise(activation = TANH)
      ACT,
      @Dense(units = 3, initializer = Initializer.HE_NORMAL, bias = false)
      OUT
    }

    enum Other {
      NOT,
      LAYERS
    }
  }
}
