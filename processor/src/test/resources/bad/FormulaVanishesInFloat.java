// expect: warning GS065 line 5 column 41: 1e-300*z cannot be computed in float at z =

import io.github.gradsmith.*;

@Network(layers = {2, 2, 1}, formula = {"1e-300*z", "z"})
public interface FormulaVanishesInFloat extends FloatNetwork {}
