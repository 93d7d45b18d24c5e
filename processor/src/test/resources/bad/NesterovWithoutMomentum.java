// expect: error GS038 line 8 column 17: momentum is 0. Write for example momentum = 0.9

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Sgd(nesterov = true)
@Network(layers = {4, 3, 2}, activation = TANH)
public interface NesterovWithoutMomentum extends FloatNetwork {}
