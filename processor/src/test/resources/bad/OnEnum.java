// expect: error GS001 line 8 column 1: on the enum OnEnum

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
enum OnEnum {
  ONE
}
