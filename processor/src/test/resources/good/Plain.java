import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

/** As in the manual: a factory names the class that is yet to be generated. */
@Network(layers = {784, 30, 10}, activation = SIGMOID)
public interface Plain extends FloatNetwork {
  static Plain create(long seed) {
    return new PlainImpl(seed);
  }
}
