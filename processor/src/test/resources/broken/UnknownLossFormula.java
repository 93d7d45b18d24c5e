import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 1}, activation = TANH, lossFormula = LOSS)
public interface UnknownLossFormula extends FloatNetwork {}
