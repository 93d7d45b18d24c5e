// expect: error GS135 line 12 (ecj 14) column 40: Node.next is a Node within itself, which has no end.

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;
import io.github.gradsmith.row.*;
import java.util.*;

@Network(layers = {1, 1}, activation = IDENTITY)
public interface RowInItself extends FloatNetwork {
  record Node(@AsIs double value, Node next) {}

  float price(Node node);
}
