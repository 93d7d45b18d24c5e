import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

interface Formulas {
  String SWISH = "z / (1 + exp(-z))";

  @Network(layers = {4, 3, 2}, formula = SWISH)
  interface OneForAll extends FloatNetwork {}

  @Network(layers = {4, 3, 2}, formula = {SWISH, "softmax( z )"}, loss = CROSS_ENTROPY)
  interface OneForEach extends FloatNetwork {}

  @Network(layers = {4, 3, 2}, formula = {SWISH, "logsoftmax(z)"}, loss = CROSS_ENTROPY)
  interface LogSoftmaxLast extends FloatNetwork {}

  @Network(layers = {4, 2}, formula = "  softmax(z)", lossFormula = "(a - t)^2")
  interface SoftmaxWithFormula extends FloatNetwork {}

  @Network(layers = {4, 2}, activation = SIGMOID, lossFormula = "log(cosh(" + "a - t))")
  interface LossFormula extends DoubleNetwork {}

  @Network(layers = {4, 2}, activation = SOFTMAX, lossFormula = "abs(a - t)")
  interface LossFormulaOfPredictor extends FloatPredictor {}

  @Network(layers = {4, 2}, activation = SIGMOID, lossFormula = "-t*log(a) - (1-t)*log(1-a)")
  interface BinaryCrossEntropyFormula extends FloatNetwork {}

  @Network(layers = {4, 2}, formula = "1/(1+exp(-z))", loss = BINARY_CROSS_ENTROPY)
  interface SigmoidAsFormula extends FloatNetwork {}

  @Network(layers = {4, 2}, formula = "sigmoid(z)", loss = BINARY_CROSS_ENTROPY)
  interface SigmoidByName extends FloatNetwork {}

  @Network(layers = {4, 2}, formula = "exp(z) / (exp(z) + 1)", loss = BINARY_CROSS_ENTROPY)
  interface SigmoidMultipliedOut extends FloatNetwork {}

  @Network(layers = {4, 2}, activation = SIGMOID, lossFormula = "(sqrt(a) - sqrt(t))^2")
  interface OfProbabilities extends FloatNetwork {}

  @Network(layers = {4, 2}, formula = "where(z > 0, 1, 0)", lossFormula = "log(a - t)")
  interface StepOfPredictor extends FloatPredictor {}
}
