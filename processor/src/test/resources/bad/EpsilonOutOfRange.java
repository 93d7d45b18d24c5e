// expect: error GS037 line 8 column 20: epsilon of @Adagrad is -1.0

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Adagrad(epsilon = -1)
@Network(layers = {4, 3, 2}, activation = TANH)
public interface EpsilonOutOfRange extends FloatNetwork {}
