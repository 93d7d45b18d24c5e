// expect: error GS131 line 14 (ecj 18) column 49: Sale gives 2 targets (price, rent), but the last layer has 1 neuron. Write layers = {1, 2}

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;
import io.github.gradsmith.row.*;
import java.util.*;

@Network(layers = {1, 1}, activation = IDENTITY)
public interface TargetsTooMany extends FloatNetwork {
  record House(@AsIs double area) {}

  record Sale(House house, double price, double rent) {}

  float[] price(House house);

  FloatRows rows(Collection<Sale> sales);
}
