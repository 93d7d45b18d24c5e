// expect: error GS089 line 12 (ecj 10) column 29: categories of TABLE is 16777217, but it must be at most 16777216, up to which a float holds every index; extend DoubleNetwork for more.

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface CategoriesBeyondFloat extends FloatNetwork {
  enum Layer {
    @Input(4) IN,
    @Embedding(categories = 16777217, units = 2) TABLE
  }
}
