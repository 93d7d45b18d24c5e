import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public interface OwnMethods extends FloatNetwork {
  int CLASSES = 10;

  static float half(float x) {
    return x / 2;
  }

  private float twice(float x) {
    return 2 * x;
  }

  default float thrice(float x) {
    return twice(x) + x;
  }

  default OwnMethodsImpl generated() {
    return (OwnMethodsImpl) this;
  }

  default int classify(double[] input) {
    return 0;
  }
}
