import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, NotConstant.HIDDEN, 0}, activation = TANH)
public interface NotConstant extends FloatNetwork {
  int HIDDEN = Integer.parseInt("3");
}
