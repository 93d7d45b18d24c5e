import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public interface Inherited extends Middle<String>, FloatPredictor {
  @Override
  Inherited replica();
}

interface Middle<T> extends Base<T>, FloatNetwork {
  @Override
  Middle<T> replica();

  @Override
  default void label(T label) {}
}

interface Base<T> extends FloatPredictor {
  void label(T label);

  /** Made abstract again by nobody: the generated class has it. */
  @Override
  int outputSize();
}
