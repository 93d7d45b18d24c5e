// expect: error GS080 line 11 (ecj 10) column 5: @Input of IN names no size. Write those of one sample, such as @Input(784) or @Input({4, 6}).

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface InputWithoutSizes extends FloatNetwork {
  enum Layer {
    @Input({}) IN,
    @Dense(units = 2) OUT
  }
}
