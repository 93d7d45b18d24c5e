// expect: error GS019 line 8 column 59: CROSS_ENTROPY needs SOFTMAX or LOG_SOFTMAX in the last layer, which has SIGMOID

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2}, activation = SIGMOID, loss = CROSS_ENTROPY)
public interface CrossEntropyWithoutSoftmax extends FloatNetwork {}
