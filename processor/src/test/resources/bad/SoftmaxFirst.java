// expect: error GS017 line 8 column 44: Layer 2 has the activation SOFTMAX, but only the last layer can have it

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2}, activation = {SOFTMAX, SIGMOID})
public interface SoftmaxFirst extends FloatNetwork {}
