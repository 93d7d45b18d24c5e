// expect: error GS011 line 9 column 8: Rename one of the two

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public interface ForeignOfAnother extends FloatNetwork {}

@GeneratedFrom("demo.ForeignOfAnother")
abstract class ForeignOfAnotherImpl implements ForeignOfAnother {}
