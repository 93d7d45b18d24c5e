import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

public final class Nested {
  private Nested() {}

  @Network(layers = {2, 2}, activation = SOFTMAX, loss = CROSS_ENTROPY)
  protected interface Net extends DoubleNetwork {}

  /** One level deeper, in a type with parameters, which its members do not see. */
  static class Deeper<T> {
    @Network(layers = {2, 3, 2}, activation = {RELU, SOFTMAX}, loss = HALF_SQUARED_ERROR)
    interface Net extends FloatPredictor {}
  }
}
