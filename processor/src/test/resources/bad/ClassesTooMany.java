// expect: error GS121 line 20 column 8: classify(Point) returns Kind, which has 4 constants (A, B, C, D), but the last layer has 3 neurons. Write layers = {2, 4}, or return an enum of 3 constants.

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;
import io.github.gradsmith.row.*;
import java.util.*;

@Network(layers = {2, 3}, activation = SOFTMAX, loss = CROSS_ENTROPY)
public interface ClassesTooMany extends FloatNetwork {
  enum Kind {
    D,
    C,
    B,
    A
  }
  record Point(@AsIs double x, @AsIs double y) {}

  Kind classify(Point point);
}
