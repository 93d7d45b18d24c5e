import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public interface ReplicaGenerated extends FloatNetwork {
  @Override
  ReplicaGeneratedImpl replica();
}
