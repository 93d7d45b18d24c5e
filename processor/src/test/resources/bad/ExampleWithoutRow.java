// expect: error GS130 line 18 column 13: rows(Collection<Sale>): Sale has no component of type House. Write: record Sale(House house, double answer).

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;
import io.github.gradsmith.row.*;
import java.util.*;

@Network(layers = {1, 1}, activation = IDENTITY)
public interface ExampleWithoutRow extends FloatNetwork {
  record House(@AsIs double area) {}

  record Sale(double price) {}

  float price(House house);

  FloatRows rows(Collection<Sale> sales);
}
