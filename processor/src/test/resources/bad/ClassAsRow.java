// expect: error GS124 line 14 column 25: price(HouseBean) takes a class, but a row is a record, whose components have an order. Write: record HouseBean(…).

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;
import io.github.gradsmith.row.*;
import java.util.*;

@Network(layers = {1, 1}, activation = IDENTITY)
public interface ClassAsRow extends FloatNetwork {
  class HouseBean {}

  float price(HouseBean house);
}
