import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

/** Where the compilation does not see the Vector API, no vector kernels are generated. */
@Network(layers = {4, 2}, activation = TANH)
interface VectorNameUnused extends FloatNetwork {}

class VectorNameUnusedVector {}
