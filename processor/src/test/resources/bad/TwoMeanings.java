// expect: error GS143 line 28 column 8: kind(Point) says that output 1 is Kind, but classify(Point) says Sort. Outputs have one meaning: use one type for both.

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;
import io.github.gradsmith.row.*;
import java.util.*;

@Network(layers = {2, 3}, activation = SOFTMAX, loss = CROSS_ENTROPY)
public interface TwoMeanings extends FloatNetwork {
  enum Kind {
    A,
    B,
    C
  }

  enum Sort {
    D,
    E,
    F
  }

  record Point(@AsIs double x, @AsIs double y) {}

  Sort classify(Point point);

  Kind kind(Point point);
}
