// expect: error GS076 line 11 (ecj 10) column 5: such as @Input(784).

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface FirstConstantWithoutLayer extends FloatNetwork {
  enum Layer {
    IN,
    @Dense(units = 2) OUT
  }
}
