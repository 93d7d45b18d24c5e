import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 1}, formula = SWISH)
public interface UnknownFormula extends FloatNetwork {}
