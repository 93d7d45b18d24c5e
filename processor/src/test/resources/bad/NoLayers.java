// expect: error GS012 line 8 column 19: layers names no layer

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {}, activation = TANH)
public interface NoLayers extends FloatNetwork {}
