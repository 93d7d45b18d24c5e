import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Sgd(momentum = MOMENTUM)
@Network(layers = {2, 1}, activation = TANH)
public interface UnknownMomentum extends FloatNetwork {}
