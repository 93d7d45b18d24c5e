import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 2}, activation = SOFTMAX, loss = Loss.CROSSENTROPY)
public interface UnknownLoss extends FloatNetwork {}
