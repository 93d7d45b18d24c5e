// expect: error GS122 line 12 (ecj 14) column 42: House.street is a String, which is no number. Make it an enum, write @Hashed(bins = 16) or @OneOf

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;
import io.github.gradsmith.row.*;
import java.util.*;

@Network(layers = {2, 3}, activation = SOFTMAX, loss = CROSS_ENTROPY)
public interface TextInRow extends FloatNetwork {
  record House(@AsIs double area, String street) {}

  float[] classify(House house);
}
