// expect: error GS125 line 11 column 8: Sale.price is scaled by statistics

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;
import io.github.gradsmith.row.*;
import java.util.*;

@Network(layers = {1, 1}, activation = IDENTITY)
public interface NothingLearnsTargets extends FloatNetwork {
  record House(double area) {}

  record Sale(House house, @Standardized double price) {}

  float price(House house);

  void adapt(Collection<House> houses);

  FloatRows rows(Collection<Sale> sales);
}
