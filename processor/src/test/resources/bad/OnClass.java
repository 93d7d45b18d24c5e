// expect: error GS001 line 8 column 1: @Network is on the class OnClass, but Gradsmith can only implement an interface

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public abstract class OnClass implements FloatNetwork {}
