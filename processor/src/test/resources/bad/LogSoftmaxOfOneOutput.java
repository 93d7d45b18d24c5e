// expect: error GS064 line 8 column 40: LOG_SOFTMAX over a single output is 0 whatever the input

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 1}, activation = LOG_SOFTMAX)
public interface LogSoftmaxOfOneOutput extends DoublePredictor {}
