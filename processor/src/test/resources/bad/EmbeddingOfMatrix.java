// expect: error GS088 line 12 (ecj 10) column 50: @Embedding of TABLE takes {indices}, but it reads {2, 3} of IN. Write @Flatten between.

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface EmbeddingOfMatrix extends FloatNetwork {
  enum Layer {
    @Input({2, 3}) IN,
    @Embedding(categories = 9, units = 2, from = "IN") TABLE,
    @Flatten OUT
  }
}
