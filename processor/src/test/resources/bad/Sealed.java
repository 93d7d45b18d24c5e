// expect: error GS004 line 9 column 15: Sealed is sealed, so the class that Gradsmith generates cannot implement it. Remove 'sealed' and 'permits'.

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public sealed interface Sealed extends FloatNetwork permits Narrower {}

non-sealed interface Narrower extends Sealed {}
