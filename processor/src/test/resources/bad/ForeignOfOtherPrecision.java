// expect: error GS007 line 10 column 8: it is not a method of FloatPredictor. Remove it, or make it default or static.

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public interface ForeignOfOtherPrecision extends FloatPredictor {
  void forward(double[] input, double[] output);
}
