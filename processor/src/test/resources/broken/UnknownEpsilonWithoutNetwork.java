import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Adam(epsilon = EPSILON)
public interface UnknownEpsilonWithoutNetwork extends FloatNetwork {}
