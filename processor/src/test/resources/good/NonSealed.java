import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public non-sealed interface NonSealed extends Parent {}

sealed interface Parent extends FloatNetwork permits NonSealed {}
