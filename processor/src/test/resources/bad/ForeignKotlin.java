// expect: error GS007 line 10 column 9: ForeignKotlin declares the abstract method accuracy(float), which the generated ForeignKotlinImpl cannot implement: it is not a method of FloatNetwork. Its Kotlin body is not in the interface, as Kotlin was told to put it elsewhere. Compile with -jvm-default=enable

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;

@Network(layers = {2, 3, 1}, activation = TANH)
public interface ForeignKotlin extends FloatNetwork {
  float accuracy(float least);

  final class DefaultImpls {
    public static float accuracy(ForeignKotlin self, float least) {
      return least;
    }
  }
}
