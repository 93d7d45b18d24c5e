import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {1, 1}, activation = {IDENTITY}, initializer = Initializer.ZEROS)
interface PackagePrivate extends DoublePredictor {}
