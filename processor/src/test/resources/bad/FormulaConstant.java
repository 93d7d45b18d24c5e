// expect: error GS031 line 8 column 41: The formula z - z + 2 does not depend on z

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2}, formula = {"z - z + 2", "z"})
public interface FormulaConstant extends FloatNetwork {}
