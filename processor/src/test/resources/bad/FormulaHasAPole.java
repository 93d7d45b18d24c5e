// expect: warning GS040 line 8 column 40: 1 / (z - 0.3) is not finite at z = 0.3: it gives -Infinity in double

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2}, formula = "1 / (z - 0.3)")
public interface FormulaHasAPole extends DoubleNetwork {}
