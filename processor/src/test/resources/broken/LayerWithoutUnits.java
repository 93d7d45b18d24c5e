import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface LayerWithoutUnits extends FloatNetwork {
  enum Layer {
    @Input(4)
    IN,
    @Dense
    OUT
  }
}
