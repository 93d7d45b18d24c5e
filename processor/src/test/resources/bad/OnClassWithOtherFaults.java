// expect: error GS001 line 9 column 1: Write: interface OnClassWithOtherFaults extends FloatNetwork
// expect: error GS014 line 9 column 23: Layer 2 has 0 neurons

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 0, 1}, activation = TANH)
class OnClassWithOtherFaults<T> {}
