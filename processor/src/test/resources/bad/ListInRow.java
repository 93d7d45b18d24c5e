// expect: error GS123 line 12 (ecj 14) column 47: Order.items is a List, which has no fixed width. Put what matters of it into numbers, such as a count and a sum, or write @Ignored.

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;
import io.github.gradsmith.row.*;
import java.util.*;

@Network(layers = {2, 3}, activation = SOFTMAX, loss = CROSS_ENTROPY)
public interface ListInRow extends FloatNetwork {
  record Order(@AsIs double sum, List<String> items) {}

  float[] classify(Order order);
}
