import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface LayerUnknown extends FloatNetwork {
  enum Layer {
    @Input(4)
    IN,
    @Dens(units = 2)
    OUT
  }
}
