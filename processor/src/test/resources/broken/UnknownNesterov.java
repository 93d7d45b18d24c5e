import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Sgd(momentum = 0.5, nesterov = "yes")
@Network(layers = {2, 1}, activation = TANH)
public interface UnknownNesterov extends FloatNetwork {}
