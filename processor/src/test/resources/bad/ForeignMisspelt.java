// expect: error GS007 line 10 column 7: Did you mean classify(float[])?

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public interface ForeignMisspelt extends FloatPredictor {
  int clasify(float[] input);
}
