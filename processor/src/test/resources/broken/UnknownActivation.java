import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 0}, activation = SIGMIOD)
public interface UnknownActivation extends FloatNetwork {}
