// expect: error GS125 line 11 column 8: House.area is scaled by statistics of the training rows, but NothingLearnsRows has no method that learns them. Add: void adapt(Collection<Sale> examples); or write @AsIs at the component.

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;
import io.github.gradsmith.row.*;
import java.util.*;

@Network(layers = {1, 1}, activation = IDENTITY)
public interface NothingLearnsRows extends FloatNetwork {
  record House(double area) {}

  record Sale(House house, double price) {}

  float price(House house);

  FloatRows rows(Collection<Sale> sales);
}
