// expect: warning GS025 line 8 column 40: Write the loss that the weights were trained with

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 2}, activation = SOFTMAX)
public interface SoftmaxWithoutLossOfPredictor extends DoublePredictor {}
