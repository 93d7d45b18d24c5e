// expect: error GS019 line 8 column 67: which has SIGMOID. For a single output write BINARY_CROSS_ENTROPY with SIGMOID there, or leave loss out

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 1}, activation = {RELU, SIGMOID}, loss = CROSS_ENTROPY)
public interface CrossEntropyOfOneOutput extends FloatNetwork {}
