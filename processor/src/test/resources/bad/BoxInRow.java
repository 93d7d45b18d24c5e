// expect: error GS129 line 12 (ecj 14) column 24: House.rooms is an Integer, which may be null. Write int, or @Missing to give missing ones the mean and a flag (2 inputs).

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;
import io.github.gradsmith.row.*;
import java.util.*;

@Network(layers = {1, 1}, activation = IDENTITY)
public interface BoxInRow extends FloatNetwork {
  record House(Integer rooms) {}

  float price(House house);

  void adapt(Collection<House> houses);
}
