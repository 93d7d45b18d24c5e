// expect: error GS012 line 8 column 19: at least two layers

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = 10, activation = TANH)
public interface OneLayerWithoutBraces extends FloatNetwork {}
