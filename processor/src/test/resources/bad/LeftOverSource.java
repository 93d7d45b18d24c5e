// expect: error GS069 line 9 column 8: LeftOverSourceImpl is what an earlier build generated for LeftOverSource, but it is among the sources, so that this compilation cannot write it anew. Take the folder of generated sources out

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public interface LeftOverSource extends FloatNetwork {}

@GeneratedFrom("LeftOverSource")
abstract class LeftOverSourceImpl implements LeftOverSource {}
