import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 0, 1}, activation = {TANH, Activation.SIGMIOD})
public interface UnknownQualifiedActivation extends FloatNetwork {}
