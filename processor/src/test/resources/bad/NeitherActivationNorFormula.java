// expect: error GS027 line 8 column 1: Neither activation nor formula is written

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2})
public interface NeitherActivationNorFormula extends FloatNetwork {}
