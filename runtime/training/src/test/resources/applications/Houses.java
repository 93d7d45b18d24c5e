package applications;

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;
import io.github.gradsmith.row.*;
import io.github.gradsmith.training.*;
import java.io.IOException;
import java.nio.file.*;
import java.util.*;

/** Prices of houses from a CSV file: eight numbers, two categories, a target of hundred thousands. */
public class Houses {
  enum Heating { GAS, OIL, HEAT_PUMP }

  enum Kind { FLAT, HOUSE }

  record House(double area, int rooms, int age, int floor, double distance, double latitude,
      double longitude, double energy, Heating heating, Kind kind) {}

  record Sale(House house, @Standardized double price) {}

  @Network(layers = {13, 32, 1}, activation = {TANH, IDENTITY}, loss = MEAN_SQUARED_ERROR)
  @Adam
  public interface PriceNet extends FloatNetwork {
    float price(House house);
    void adapt(Collection<Sale> sales);
    FloatRows rows(Collection<Sale> sales);
  }

  static Sale sale(String line) {
    String[] f = line.split(",");
    double[] n = Arrays.stream(f, 0, 8).mapToDouble(Double::parseDouble).toArray();
    return new Sale(new House(n[0], (int) n[1], (int) n[2], (int) n[3], n[4], n[5], n[6], n[7],
        Heating.valueOf(f[8]), Kind.valueOf(f[9])), Double.parseDouble(f[10]));
  }

  /** Trains on the first four fifths, and gives R² of the rest. */
  public static double run(Path folder) throws IOException {
    List<Sale> sales = Files.lines(folder.resolve("houses.csv")).skip(1).map(Houses::sale).toList();
    Split<Sale> split = Split.inOrder(sales, 0.2);
    PriceNet net = new Houses_PriceNetImpl(1);
    net.adapt(split.training());
    Fit.epochs(150).batchSize(16).seed(1).learningRate(LearningRate.cosine(0.01, 0))
        .run(net, net.rows(split.training()));
    net.save(folder.resolve("houses.safetensors"));
    return Metrics.rSquared().of(net, net.rows(split.validation()));
  }
}
