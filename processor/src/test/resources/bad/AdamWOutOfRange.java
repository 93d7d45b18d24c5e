// expect: error GS037 line 9 column 20: beta1 of @AdamW is NaN
// expect: error GS037 line 9 column 69: weightDecay of @AdamW is Infinity

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@AdamW(beta1 = 0.0 / 0, beta2 = 0.999, epsilon = 0, weightDecay = 1 / 0.0)
@Network(layers = {4, 3, 2}, activation = TANH)
public interface AdamWOutOfRange extends FloatNetwork {}
