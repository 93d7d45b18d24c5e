// expect: error GS011 line 14 column 1: The processor generates TwoNetworksOneName_NetImpl for TwoNetworksOneName_Net

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

public class TwoNetworksOneName {
  @Network(layers = {2, 3, 1}, activation = TANH)
  public interface Net extends FloatNetwork {}
}

@Network(layers = {2, 3, 1}, activation = TANH)
interface TwoNetworksOneName_Net extends FloatNetwork {}
