package io.github.gradsmith;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.fuzz.MutatedFiles;
import io.github.gradsmith.npz.MutatedArchive;
import io.github.gradsmith.npz.Npz;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Mutated files of NumPy load into a network, or are refused and change nothing. */
class MutatedNpzTest {
  @Test
  void theyLoadOrChangeNothing() {
    PlainDoubleNetwork network = new PlainDoubleNetwork(3, 4, 2);
    MutatedFiles.Target target =
        new MutatedFiles.Target() {
          @Override
          public void load(byte[] file) throws IOException {
            Npz.read(new ByteArrayInputStream(file)).loadInto(network);
          }

          @Override
          public long[] bits() {
            double[] parameters = new double[network.parameterCount()];
            network.getParameters(parameters);
            return Arrays.stream(parameters).mapToLong(Double::doubleToRawLongBits).toArray();
          }
        };

    double refused = MutatedFiles.refused(MutatedNpzTest.class, MutatedArchive::of, target);

    assertThat(refused).isBetween(0.5, 0.95);
  }
}
