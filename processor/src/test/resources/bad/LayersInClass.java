// expect: warning GS095 line 11 (ecj 10) column 5: @Input has no effect on Layer.IN: layers are the constants of an enum that stands directly in an interface with @Network. Move it there, or remove @Input.
// expect: warning GS095 line 12 (ecj 10) column 5: @Dense has no effect on Layer.OUT

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

public class LayersInClass {
  enum Layer {
    @Input(4) IN,
    @Dense(units = 2) OUT
  }
}
