package applications;

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;
import static java.lang.Double.parseDouble;

import io.github.gradsmith.*;
import io.github.gradsmith.training.*;
import java.io.IOException;
import java.nio.file.*;
import java.util.*;

/** The species of a flower, by name. */
@Network(layers = {4, 8, 3}, activation = {TANH, SOFTMAX}, loss = CROSS_ENTROPY)
@Adam
public interface Iris extends FloatNetwork {
  enum Species { SETOSA, VERSICOLOR, VIRGINICA }

  record Flower(double sepalLength, double sepalWidth, double petalLength, double petalWidth) {}

  record Sample(Flower flower, Species species) {}

  Species classify(Flower flower);
  void adapt(Collection<Sample> samples);
  FloatRows rows(Collection<Sample> samples);

  /** Trains on the first four fifths, and gives the accuracy on the rest. */
  static double run(Path folder) throws IOException {
    List<Sample> samples = Files.lines(folder.resolve("iris.csv")).skip(1).map(line -> line.split(","))
        .map(f -> new Sample(new Flower(parseDouble(f[0]), parseDouble(f[1]), parseDouble(f[2]), parseDouble(f[3])),
            Species.valueOf(f[4]))).toList();
    Split<Sample> split = Split.inOrder(samples, 0.2);
    Iris net = new IrisImpl(1);
    net.adapt(split.training());
    Fit.epochs(60).seed(1).learningRate(0.01).run(net, net.rows(split.training()));
    return Metrics.accuracy().of(net, net.rows(split.validation()));
  }
}
