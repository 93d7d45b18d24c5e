import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

interface Formulas {
  String SWISH = "z / (1 + exp(-z))";

  @Network(layers = {4, 3, 2}, formula = SWISH)
  interface OneForAll extends FloatNetwork {}

  @Network(layers = {4, 3, 2}, formula = {SWISH, "softmax( z )"}, loss = CROSS_ENTROPY)
  interface OneForEach extends FloatNetwork {}

  @Network(layers = {4, 2}, formula = "  softmax(z)", lossFormula = "(a - t)^2")
  interface SoftmaxWithFormula extends FloatNetwork {}

  @Network(layers = {4, 2}, activation = SIGMOID, lossFormula = "log(cosh(" + "a - t))")
  interface LossFormula extends DoubleNetwork {}

  @Network(layers = {4, 2}, activation = SOFTMAX, lossFormula = "abs(a - t)")
  interface LossFormulaOfPredictor extends FloatPredictor {}
}
