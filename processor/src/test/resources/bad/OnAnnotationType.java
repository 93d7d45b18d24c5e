// expect: error GS001 line 8 column 1: on the annotation type OnAnnotationType

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public @interface OnAnnotationType {}
