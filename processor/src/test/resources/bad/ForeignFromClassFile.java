// expect: error GS007 line 9 column 8: java.util.concurrent.Callable declares the abstract method call()

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public interface ForeignFromClassFile
    extends FloatNetwork, java.util.concurrent.Callable<String> {}
