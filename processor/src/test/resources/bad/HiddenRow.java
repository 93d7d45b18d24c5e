// expect: error GS136 line 19 (ecj 21) column 28: The generated class cannot see Kind, because

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;
import io.github.gradsmith.row.*;
import java.util.*;

@Network(layers = {1, 1}, activation = IDENTITY)
public interface HiddenRow extends FloatNetwork {
  class Hidden {
    private enum Kind {
      A,
      B
    }
  }

  record Point(Hidden.Kind kind) {}

  float[] price(Point point);
}
