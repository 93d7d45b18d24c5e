// expect: error GS029 line 8 column 40: The formula cannot be read at character 10: unknown function expp, did you mean exp?

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {4, 3, 2}, formula = "z / (1 + expp(-z))")
public interface FormulaMisspelt extends FloatNetwork {}
