// expect: warning GS065 line 6 column 36: 1e-300*z cannot be computed in float at z =

import io.github.gradsmith.*;

@Network(
    layers = {2, 3, 1}, formula = {"1e-300*z", "z"})
public interface FormulaVanishesInFloat extends FloatNetwork {}
