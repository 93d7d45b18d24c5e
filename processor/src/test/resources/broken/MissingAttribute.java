import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(activation = Activation.SIGMOID)
public interface MissingAttribute extends FloatNetwork {}
