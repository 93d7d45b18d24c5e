import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 0}, activation = TANH)
public interface UnknownSuperOfSuper extends Base {}

interface Base extends Missing {}
