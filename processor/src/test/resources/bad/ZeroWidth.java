// expect: error GS014 line 8 column 25: Layer 2 has 0 neurons, but every layer needs at least 1

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {784, 0, 10}, activation = TANH)
public interface ZeroWidth extends FloatNetwork {}
