// expect: warning GS025 line 8 column 50: loss is only recorded and compared with weight files

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2}, activation = {RELU, SOFTMAX})
public interface SoftmaxWithoutLossOfFloatPredictor extends FloatPredictor {}
