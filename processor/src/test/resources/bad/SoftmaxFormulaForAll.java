// expect: error GS018 line 8 column 43: Write one formula for each, such as: formula = {"max(z, 0)", "max(z, 0)", "softmax(z)"}.

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 3, 2}, formula = "softmax(z)", loss = CROSS_ENTROPY)
public interface SoftmaxFormulaForAll extends FloatNetwork {}
