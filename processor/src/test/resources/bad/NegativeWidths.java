// expect: error GS014 line 9 column 20: Layer 1 has -784 neurons
// expect: error GS014 line 9 column 37: Layer 3 has -2147483648 neurons

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {-784, 30, Integer.MIN_VALUE}, activation = TANH)
public interface NegativeWidths extends FloatNetwork {}
