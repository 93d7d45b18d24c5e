// options: --add-modules jdk.incubator.vector
import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

interface SimdChoices {
  @Network(layers = {4, 2}, activation = TANH, simd = Simd.AUTO)
  interface Auto extends FloatNetwork {}

  @Network(layers = {4, 2}, activation = TANH, simd = Simd.OFF)
  interface Off extends DoubleNetwork {}

  @Network(layers = {4, 2}, activation = TANH, simd = Simd.REQUIRED)
  interface Required extends FloatPredictor {}
}

class SimdChoices_OffVector {}
