import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public interface Redeclared extends FloatNetwork {
  @Override
  int classify(float[] pixels);

  @Override
  float[] forward(float[] input);

  @Override
  void save(java.nio.file.Path file) throws java.io.IOException;

  @Override
  Redeclared replica();

  @Override
  String toString();

  @Override
  boolean equals(Object other);

  @Override
  int hashCode();
}
