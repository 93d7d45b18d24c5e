import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 1}, activation = TANH)
public interface ErrorElsewhere extends FloatNetwork {
  default int broken(Missing missing) {
    return missing.value() + "x";
  }
}

class Other extends Missing {
  int x = "text";
}
