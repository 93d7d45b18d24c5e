// expect: error GS003 line 11 column 12: cannot see Net, because Hidden is private

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

public class InsidePrivateType {
  private static class Hidden {
    @Network(layers = {2, 3, 1}, activation = TANH)
    public interface Net extends FloatNetwork {}
  }
}
