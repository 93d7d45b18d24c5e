// expect: error GS076 line 12 (ecj 10) column 5: The constant HIDDEN of Layer has no annotation of a layer. Write one, such as @Dense(units = 10).

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface ConstantWithoutLayer extends FloatNetwork {
  enum Layer {
    @Input(4) IN,
    HIDDEN,
    @Dense(units = 2) OUT
  }
}
