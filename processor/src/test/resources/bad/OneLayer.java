// expect: error GS012 line 8 column 19: layers names 1 layer, but

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {10}, activation = TANH)
public interface OneLayer extends FloatNetwork {}
