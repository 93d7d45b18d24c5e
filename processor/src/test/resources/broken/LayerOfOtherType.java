import io.github.gradsmith.*;
import io.github.gradsmith.layer.*;

@Network
public interface LayerOfOtherType extends FloatNetwork {
  enum Layer {
    @Input("four")
    IN,
    @Dense(units = 2.5, from = IN)
    OUT
  }
}
