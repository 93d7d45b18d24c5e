// options: --add-modules jdk.incubator.vector
// expect: error GS011 line 10 column 8: The processor generates SimdNameTakenSimd for SimdNameTaken

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public interface SimdNameTaken extends FloatNetwork {}

class SimdNameTakenSimd {}
