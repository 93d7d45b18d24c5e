// expect: error GS064 line 8 column 54: softmax(z) over a single output is 1 whatever the input

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 1}, formula = {"max(z, 0)", "softmax(z)"}, lossFormula = "abs(a - t)")
public interface SoftmaxFormulaOfOneOutput extends DoubleNetwork {}
