// expect: error GS026 line 6 column 73: activation and formula are both written
// expect: error GS029 line 6 column 73: unknown function tahn

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2}, activation = Activation.SIGMOID, formula = "tahn(z)")
public interface ActivationAndFormulaMisspelt extends FloatNetwork {}
