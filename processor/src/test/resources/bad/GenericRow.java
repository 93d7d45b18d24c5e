// expect: error GS134 line 14 column 9: Pair is generic, but a row has components of fixed types. Write a record without type parameters.

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;
import io.github.gradsmith.row.*;
import java.util.*;

@Network(layers = {1, 1}, activation = IDENTITY)
public interface GenericRow extends FloatNetwork {
  record Pair<T>(T first, double second) {}

  float price(Pair<Integer> pair);
}
