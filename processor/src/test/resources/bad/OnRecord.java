// expect: error GS001 line 8 (ecj 0) column 1: on the record OnRecord

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public record OnRecord(int size) {}
