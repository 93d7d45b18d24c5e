// expect: error GS126 line 18 column 9: TwoRows takes Flat here, but House at price(House); its statistics belong to one type. Use one record for both.

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;
import io.github.gradsmith.row.*;
import java.util.*;

@Network(layers = {1, 1}, activation = IDENTITY)
public interface TwoRows extends FloatNetwork {
  record House(@AsIs double area) {}

  record Flat(@AsIs double area) {}

  float price(House house);

  float rent(Flat flat);
}
