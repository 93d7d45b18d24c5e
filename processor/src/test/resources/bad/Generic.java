// expect: error GS002 line 9 column 8: <T, U>

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public interface Generic<T, U> extends FloatNetwork {}
