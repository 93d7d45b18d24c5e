// expect: error GS016 line 8 column 40: activation has no entry

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3}, activation = {})
public interface NoActivation extends FloatNetwork {}
