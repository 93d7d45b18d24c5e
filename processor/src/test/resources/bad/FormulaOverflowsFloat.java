// expect: warning GS040 line 8 column 40: z^21 is not finite at z = -68.5 and 53 more of 365 points: it gives -Infinity in float

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2}, formula = "z^21")
public interface FormulaOverflowsFloat extends FloatNetwork {}
