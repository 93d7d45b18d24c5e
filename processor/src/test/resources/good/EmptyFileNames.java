import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH, weights = "", model = "", vectors = "")
public interface EmptyFileNames extends FloatNetwork {}
