// expect: error GS029 line 8 column 40: at character 9: unknown variable x; z is allowed

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2}, formula = "sigmoid(x)", loss = BINARY_CROSS_ENTROPY)
public interface BinaryCrossEntropyOfUnreadable extends FloatNetwork {}
