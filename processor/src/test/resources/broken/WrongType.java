import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, "three", 0}, activation = TANH)
public interface WrongType extends FloatNetwork {}
