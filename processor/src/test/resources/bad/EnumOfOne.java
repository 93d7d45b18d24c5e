// expect: error GS137 line 16 (ecj 18) column 21: Point.kind is of the enum Kind, which has 1 constant, so that nothing can be learnt from it.

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;
import io.github.gradsmith.row.*;
import java.util.*;

@Network(layers = {1, 1}, activation = IDENTITY)
public interface EnumOfOne extends FloatNetwork {
  enum Kind {
    A
  }

  record Point(Kind kind) {}

  float price(Point point);
}
