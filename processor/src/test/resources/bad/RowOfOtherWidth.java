// expect: error GS120 line 11 (ecj 10) column 15: Point gives 3 inputs (x 1, y 1, colour 1), but the first layer has 4 neurons. Write layers = {3, 8, 3}, or @Ignored at a component.

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;
import io.github.gradsmith.row.*;
import java.util.*;

@Network(
    layers = {4, 8, 3},
    activation = {TANH, SOFTMAX},
    loss = CROSS_ENTROPY)
public interface RowOfOtherWidth extends FloatNetwork {
  enum Kind {
    A,
    B,
    C
  }
  record Point(@AsIs double x, @AsIs double y, boolean colour) {}

  Kind classify(Point point);
}
