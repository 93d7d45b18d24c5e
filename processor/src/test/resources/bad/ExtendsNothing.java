// expect: error GS005 line 9 column 8: interface ExtendsNothing extends FloatNetwork

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public interface ExtendsNothing {
  float loss(float[] input, float[] target);
}
