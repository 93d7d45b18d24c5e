// expect: error GS011 line 10 column 10: The processor generates NestedNameTaken_NetImpl for Net

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

public class NestedNameTaken {
  @Network(layers = {2, 3, 1}, activation = TANH)
  public interface Net extends FloatNetwork {}
}

enum NestedNameTaken_NetImpl {}
