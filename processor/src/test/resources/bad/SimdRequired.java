// expect: error GS044 line 8 column 60: Compile with 'javac --add-modules jdk.incubator.vector'

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH, simd = Simd.REQUIRED)
public interface SimdRequired extends FloatNetwork {}
