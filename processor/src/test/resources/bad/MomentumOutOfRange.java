// expect: error GS037 line 9 column 17: momentum of @Sgd is 1.0, but it must be at least 0 and below 1
// expect: error GS037 line 9 column 34: weightDecay of @Sgd is -1.0E-4, but it must be finite and at least 0

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Sgd(momentum = 1, weightDecay = -1e-4)
@Network(layers = {4, 3, 2}, activation = TANH)
public interface MomentumOutOfRange extends FloatNetwork {}
