import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;

@SuppressWarnings("gradsmith")
@Network(layers = {2, 3}, activation = SOFTMAX)
public interface Silenced extends FloatNetwork {}

@SuppressWarnings({"unused", "gradsmith"})
class Around {
  @Network(layers = {2, 3}, activation = SOFTMAX)
  interface Silenced extends FloatNetwork {}
}
