// expect: error GS132 line 14 (ecj 18) column 49: price is standardized to mean 0, but SIGMOID stays between 0 and 1. Write IDENTITY in the last layer, or @MinMax.

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;
import io.github.gradsmith.row.*;
import java.util.*;

@Network(layers = {1, 1}, activation = SIGMOID)
public interface StandardizedSigmoid extends FloatNetwork {
  record House(@AsIs double area) {}

  record Sale(House house, @Standardized double price) {}

  float price(House house);

  void adapt(Collection<Sale> sales);
}
