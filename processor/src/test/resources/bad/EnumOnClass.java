// expect: error GS001 line 8 column 1: @Network is on the class EnumOnClass

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public class EnumOnClass {
  enum Layer {
    @Input(4) IN,
    @Dense(units = 2) OUT
  }
}
