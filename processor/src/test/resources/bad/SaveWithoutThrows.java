// expect: error GS010 line 11 column 8: redeclares save(java.nio.file.Path) without 'throws IOException'

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public interface SaveWithoutThrows extends FloatPredictor {
  @Override
  void save(java.nio.file.Path file);
}
