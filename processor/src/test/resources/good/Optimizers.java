import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

interface Optimizers {
  @Sgd
  @Network(layers = {2, 1}, activation = TANH)
  interface Net0 extends DoubleNetwork {}

  @Sgd(momentum = 0.9, nesterov = true, weightDecay = 0)
  @Network(layers = {2, 1}, activation = TANH)
  interface Net1 extends FloatNetwork {}

  @Sgd(momentum = 0, nesterov = false)
  @Network(layers = {2, 1}, activation = TANH)
  interface Net2 extends DoubleNetwork {}

  @RmsProp(alpha = 0, epsilon = 0)
  @Network(layers = {2, 1}, activation = TANH)
  interface Net3 extends FloatNetwork {}

  @Adam(beta1 = 0, beta2 = 0.9999999999999999)
  @Network(layers = {2, 1}, activation = TANH)
  interface Net4 extends DoubleNetwork {}

  @AdamW(weightDecay = 1e9)
  @Network(layers = {2, 1}, activation = TANH)
  interface Net5 extends FloatNetwork {}

  @Adagrad(epsilon = 1)
  @Network(layers = {2, 1}, activation = TANH)
  interface Net6 extends DoubleNetwork {}

  @AdamW(epsilon = 1e-50, weightDecay = 1e39)
  @Network(layers = {2, 1}, activation = TANH)
  interface Net7 extends DoubleNetwork {}
}
