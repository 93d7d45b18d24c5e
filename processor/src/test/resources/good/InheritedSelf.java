import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public interface InheritedSelf extends Self<InheritedSelf> {}

interface Self<T extends Self<T>> extends FloatNetwork {
  @Override
  T replica();
}
