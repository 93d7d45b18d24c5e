// expect: warning GS041 line 8 column 41: where(z > 0.5, z, 0) is not continuous at z = 0.5: it jumps from 0 to 0.5

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2}, formula = {"where(z > 0.5, z, 0)", "z"})
public interface FormulaJumps extends FloatNetwork {}
