// expect: error GS091 line 13 (ecj 10) column 20: OUT brings the network to 2310790000 parameters (1000050000 of its own), but at most 2147483639 fit one array. Make this layer or what it reads smaller.

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface ParametersOfEnum extends FloatNetwork {
  enum Layer {
    @Input(65536) IN,
    @Dense(units = 20000) HIDDEN,
    @Dense(units = 50000) OUT
  }
}
