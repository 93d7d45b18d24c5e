// expect: error GS083 line 15 (ecj 12) column 30: @Dense of AGAIN reads "HIDEN", but Layer has no constant of that name. Did you mean HIDDEN? Write one of: IN, HIDDEN.
// expect: error GS083 line 16 (ecj 12) column 20: @Add of SUM reads "hidden", but Layer has no constant of that name. Did you mean HIDDEN? Write one of: IN, HIDDEN, AGAIN.
// expect: error GS083 line 17 (ecj 12) column 23: Write one of: IN, HIDDEN, AGAIN, SUM.

import static io.github.gradsmith.Activation.*;

import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface LayerNameMisspelt extends FloatNetwork {
  enum Layer {
    @Input(4) IN,
    @Dense(units = 3) HIDDEN,
    @Dense(units = 3, from = "HIDEN") AGAIN,
    @Add({"AGAIN", "hidden"}) SUM,
    @Multiply({"SUM", "Elsewhere"}) OUT
  }
}
