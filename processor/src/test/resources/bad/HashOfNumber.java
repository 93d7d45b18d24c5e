// expect: error GS140 line 12 (ecj 14) column 16: @Hashed at House.area, which is a double: it is for texts. Remove it, or write @Ignored.

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;
import io.github.gradsmith.row.*;
import java.util.*;

@Network(layers = {1, 1}, activation = IDENTITY)
public interface HashOfNumber extends FloatNetwork {
  record House(@Hashed(bins = 4) double area) {}

  float price(House house);
}
