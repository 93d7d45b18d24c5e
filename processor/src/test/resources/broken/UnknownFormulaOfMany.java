import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 1, 1}, formula = {"z", Formulas.SWISH})
public interface UnknownFormulaOfMany extends FloatNetwork {}
