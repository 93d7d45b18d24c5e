// expect: error GS019 line 8 column 72: which has IDENTITY

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2}, activation = {RELU, IDENTITY}, loss = Loss.CROSS_ENTROPY)
public interface CrossEntropyOfPredictor extends DoublePredictor {}
