// expect: error GS092 line 14 (ecj 11) column 5: @Embedding of FIRST reads HIDDEN, which is @Dense, but it takes @Input, or @Slice, @Concat and @Flatten of it. Indices are no results: let it read where they come in.
// expect: error GS092 line 16 (ecj 11) column 50: @Embedding of SECOND reads ALL, which is made of @Dense HIDDEN

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface EmbeddingOfResult extends FloatNetwork {
  enum Layer {
    @Input(4) IN,
    @Dense(units = 3) HIDDEN,
    @Embedding(categories = 9, units = 2) FIRST,
    @Concat({"IN", "HIDDEN"}) ALL,
    @Embedding(categories = 9, units = 2, from = "ALL") SECOND,
    @Concat({"FIRST", "SECOND"}) OUT
  }
}
