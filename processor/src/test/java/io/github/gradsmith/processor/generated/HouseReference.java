package io.github.gradsmith.processor.generated;

import static io.github.gradsmith.processor.generated.TypedRowsTest.deviation;
import static io.github.gradsmith.processor.generated.TypedRowsTest.get;
import static io.github.gradsmith.processor.generated.TypedRowsTest.mean;
import static io.github.gradsmith.processor.generated.TypedRowsTest.number;

import java.math.BigInteger;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** The encoding of a house, written out by hand. */
final class HouseReference {
  private final List<Object> houses;

  HouseReference(List<Object> houses) {
    this.houses = houses;
  }

  private double[] column(String component) {
    return houses.stream().mapToDouble(house -> number(get(house, component))).toArray();
  }

  private static double standard(double value, double[] all) {
    return (value - mean(all)) / deviation(all);
  }

  double[] encoded(Object house) {
    List<Double> x = new ArrayList<>();
    x.add(standard(number(get(house, "area")), column("area")));
    x.add(standard(number(get(house, "rooms")), column("rooms")));
    oneHot(x, 3, ((Enum<?>) get(house, "heating")).ordinal());
    x.add((boolean) get(house, "garden") ? 1.0 : 0.0);
    OptionalDouble built = (OptionalDouble) get(house, "built");
    double[] known =
        houses.stream()
            .map(h -> (OptionalDouble) get(h, "built"))
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .toArray();
    x.add(built.isPresent() ? standard(built.getAsDouble(), known) : 0.0);
    x.add(built.isPresent() ? 0.0 : 1.0);
    double[] latitudes =
        houses.stream().mapToDouble(h -> number(get(get(h, "place"), "latitude"))).toArray();
    x.add(standard(number(get(get(house, "place"), "latitude")), latitudes));
    x.add(number(get(get(house, "place"), "longitude")));
    circle(x, ((LocalTime) get(house, "viewing")).toSecondOfDay() / 86_400.0);
    circle(x, number(get(house, "azimuth")) / 360);
    oneHot(x, 16, hash((String) get(house, "street")));
    double[] heights = column("height");
    double low = Arrays.stream(heights).min().orElseThrow();
    double high = Arrays.stream(heights).max().orElseThrow();
    x.add((number(get(house, "height")) - low) / (high - low));
    double floors = number(get(house, "floors"));
    oneHot(x, 3, floors < 2 ? 0 : floors < 5 ? 1 : 2);
    x.add(number(get(house, "age")) / 2 + 1);
    x.add((double) ((Enum<?>) get(house, "second")).ordinal());
    return x.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void oneHot(List<Double> x, int count, int one) {
    for (int i = 0; i < count; i++) {
      x.add(i == one ? 1.0 : 0.0);
    }
  }

  private static void circle(List<Double> x, double turns) {
    x.add(Math.sin(2 * Math.PI * turns));
    x.add(Math.cos(2 * Math.PI * turns));
  }

  /** FNV-1a over UTF-16 units and the finisher of SplitMix64, in integers of any size. */
  private static int hash(String text) {
    BigInteger two64 = BigInteger.ONE.shiftLeft(64);
    BigInteger h = new BigInteger("14695981039346656037");
    for (char unit : text.toCharArray()) {
      h = h.xor(BigInteger.valueOf(unit));
      h = h.multiply(new BigInteger("1099511628211")).mod(two64);
    }
    h = h.xor(h.shiftRight(30)).multiply(new BigInteger("bf58476d1ce4e5b9", 16));
    h = h.mod(two64);
    h = h.xor(h.shiftRight(27)).multiply(new BigInteger("94d049bb133111eb", 16));
    h = h.mod(two64);
    h = h.xor(h.shiftRight(31));
    return h.mod(BigInteger.valueOf(16)).intValue();
  }
}
