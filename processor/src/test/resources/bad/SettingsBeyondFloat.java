// expect: error GS037 line 9 column 18: epsilon of @AdamW is 1.0E-50, but it must be a number that a float can hold, as which it becomes 0.0.
// expect: error GS037 line 9 column 39: weightDecay of @AdamW is 1.0E39, but it must be a number that a float can hold, as which it becomes Infinity.

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@AdamW(epsilon = 1e-50, weightDecay = 1e39)
@Network(layers = {4, 3, 2}, activation = TANH)
public interface SettingsBeyondFloat extends FloatNetwork {}
