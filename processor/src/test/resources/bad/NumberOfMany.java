// expect: error GS127 line 14 column 9: price(Point) returns float, but the last layer has 3 neurons. Return a record of 3 numbers, an enum of 3 constants or an array, or write layers = {2, 1}.

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;
import io.github.gradsmith.row.*;
import java.util.*;

@Network(layers = {2, 3}, activation = SOFTMAX, loss = CROSS_ENTROPY)
public interface NumberOfMany extends FloatNetwork {
  record Point(@AsIs double x, @AsIs double y) {}

  float price(Point point);
}
