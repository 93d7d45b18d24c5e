// expect: error GS142 line 14 (ecj 18) column 35: Sale.price is a String, which cannot be a target. Make it a number, a boolean or an enum, or write @Ignored.

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;
import io.github.gradsmith.row.*;
import java.util.*;

@Network(layers = {1, 1}, activation = IDENTITY)
public interface TextAsTarget extends FloatNetwork {
  record House(@AsIs double area) {}

  record Sale(House house, String price) {}

  float[] price(House house);

  FloatRows rows(Collection<Sale> sales);
}
