// expect: error GS019 line 8 column 60: which has tanh( z ). Write "softmax(z)" there

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2}, formula = "tanh( z )", loss = CROSS_ENTROPY)
public interface CrossEntropyOfFormula extends FloatNetwork {}
