// expect: error GS010 line 12 column 8: Saving redeclares saveTraining(java.nio.file.Path)

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public interface SaveWithoutThrowsMixedIn extends FloatNetwork, Saving {}

interface Saving {
  void saveTraining(java.nio.file.Path file);
}
