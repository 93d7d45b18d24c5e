// expect: error GS051 line 5 column 68: no weights are written

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = Activation.TANH, names = {"fc1", "fc2"})
public interface NamesWithoutWeights extends FloatNetwork {}
