// expect: error GS014 line 9 column 23: Layer 2 has 0
// expect: error GS012 line 12 column 19: 1 layer

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 0}, activation = TANH)
public interface TwoFaultyNetworks extends FloatNetwork {}

@Network(layers = {5}, activation = TANH)
interface Unlucky extends DoubleNetwork {}
