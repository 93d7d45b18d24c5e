// expect: error GS010 line 11 column 8: redeclares load(java.io.InputStream)

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public interface LoadThrowsLess extends FloatPredictor {
  @Override
  void load(java.io.InputStream in) throws java.io.FileNotFoundException;
}
