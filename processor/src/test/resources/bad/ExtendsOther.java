// expect: error GS005 line 9 column 8: ExtendsOther extends none of FloatNetwork, DoubleNetwork

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public interface ExtendsOther extends Runnable {}
