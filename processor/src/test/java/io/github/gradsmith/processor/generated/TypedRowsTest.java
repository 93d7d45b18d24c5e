package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatRows;
import io.github.gradsmith.WeightsException;
import io.github.gradsmith.safetensors.Safetensors;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Records as rows: what is encoded against a reference that reads the records by reflection and
 * takes mean and deviation in two passes, and what files hold.
 */
class TypedRowsTest {
  private static final int ROWS = 400;

  private static final String SOURCE =
      """
      package demo;

      import static io.github.gradsmith.Activation.*;

      import io.github.gradsmith.*;
      import io.github.gradsmith.row.*;
      import java.time.LocalTime;
      import java.util.*;

      @Network(layers = {36, 8, 1}, activation = {TANH, IDENTITY})
      public interface PriceNet extends FloatNetwork {
        enum Heating { GAS, OIL, HEAT_PUMP }

        record Place(double latitude, @AsIs double longitude) {}

        record House(double area, int rooms, Heating heating, boolean garden,
            @Missing OptionalDouble built, Place place, LocalTime viewing,
            @Cyclic(period = 360) double azimuth, @Hashed(bins = 16) String street,
            @MinMax float height, @Binned({2, 5}) int floors, @Rescaled(scale = 0.5, offset = 1) long age,
            @Index Heating second) {}

        record Sale(House house, @Standardized double price) {}

        float price(House house);
        void encode(House house, float[] input);
        void adapt(Collection<Sale> sales);
        FloatRows rows(Collection<Sale> sales);
        float learn(Sale sale, float rate);
      }
      """;

  private static CompiledNetworks networks;

  @TempDir Path folder;

  @BeforeAll
  static void compile() {
    networks = CompiledNetworks.builder().source("PriceNet", SOURCE).compile("--release", "17");
  }

  private static FloatNetwork network() {
    return networks.create("PriceNet", 1, FloatNetwork.class);
  }

  @Test
  void everyRowIsEncodedAsTheReferenceSays() throws Exception {
    FloatNetwork net = network();
    List<Object> sales = sales(net, 7);
    call(net, "adapt", Collection.class, sales);
    HouseReference reference = new HouseReference(houses(sales));
    FloatRows rows = (FloatRows) call(net, "rows", Collection.class, sales);
    for (int i = 0; i < ROWS; i++) {
      float[] input = encoded(net, get(sales.get(i), "house"));
      assertThat(input).as("in training and in serving").isEqualTo(rows.inputs()[i]);
      double[] expected = reference.encoded(get(sales.get(i), "house"));
      for (int j = 0; j < expected.length; j++) {
        assertThat((double) input[j])
            .as("row %s, input %s", i, j)
            .isCloseTo(expected[j], offset(1e-6 * Math.max(1, Math.abs(expected[j]))));
      }
    }
  }

  @Test
  void aPredictionIsScaledBack() throws Exception {
    FloatNetwork net = network();
    List<Object> sales = sales(net, 8);
    call(net, "adapt", Collection.class, sales);
    double[] prices = sales.stream().mapToDouble(sale -> number(get(sale, "price"))).toArray();
    double mean = mean(prices);
    double deviation = deviation(prices);
    Object house = get(sales.get(0), "house");
    double a = net.forward(encoded(net, house))[0];
    float price = (float) call(net, "price", house.getClass(), house);
    assertThat((double) price).isCloseTo(a * deviation + mean, withPercentage(1e-4));
    FloatRows rows = (FloatRows) call(net, "rows", Collection.class, sales);
    assertThat((double) rows.targets()[3][0])
        .isCloseTo((prices[3] - mean) / deviation, offset(1e-5));
  }

  @Test
  void aCopyKeepsTheStatisticsThatItHad() throws Exception {
    FloatNetwork net = network();
    List<Object> sales = sales(net, 10);
    call(net, "adapt", Collection.class, sales);
    Object house = get(sales.get(0), "house");
    float before = (float) call(net, "price", house.getClass(), house);
    FloatNetwork copy = net.copy();
    call(net, "adapt", Collection.class, sales(net, 11));
    assertThat(call(copy, "price", house.getClass(), house)).isEqualTo(before);
    assertThat(call(net, "price", house.getClass(), house)).isNotEqualTo(before);
  }

  @Test
  void aStepOnAnExampleIsAStepOnItsRow() throws Exception {
    FloatNetwork net = network();
    FloatNetwork same = network();
    List<Object> sales = sales(net, 9);
    call(net, "adapt", Collection.class, sales);
    FloatRows rows = (FloatRows) call(net, "rows", Collection.class, sales);
    for (int i = 0; i < 20; i++) {
      Method learn = method(net, "learn", sales.get(i).getClass(), float.class);
      float loss = (float) learn.invoke(net, sales.get(i), 0.01f);
      assertThat(loss).isEqualTo(same.train(rows.inputs()[i], rows.targets()[i], 0.01f));
    }
    assertThat(parameters(net)).isEqualTo(parameters(same));
  }

  @Test
  void aFileAndAReplicaEncodeTheSameBits() throws Exception {
    FloatNetwork net = network();
    List<Object> sales = sales(net, 10);
    FloatNetwork replica = net.replica();
    call(net, "adapt", Collection.class, sales);
    Path file = folder.resolve("price.safetensors");
    net.saveTraining(file);
    FloatNetwork loaded = networks.create("PriceNet", 5, FloatNetwork.class);
    loaded.load(file);
    for (Object sale : sales) {
      Object house = get(sale, "house");
      float price = (float) call(net, "price", house.getClass(), house);
      assertThat(encoded(replica, house)).isEqualTo(encoded(net, house));
      assertThat(encoded(loaded, house)).isEqualTo(encoded(net, house));
      assertThat((float) call(loaded, "price", house.getClass(), house)).isEqualTo(price);
    }
  }

  @Test
  void columnsFollowTheNamesOfTheFile() throws Exception {
    FloatNetwork net = network();
    List<Object> sales = sales(net, 11);
    call(net, "adapt", Collection.class, sales);
    Path file = saved(net, "{GAS|OIL|HEAT_PUMP}", "{HEAT_PUMP|GAS|OIL}");
    FloatNetwork loaded = network();
    loaded.load(file);
    for (Object sale : sales) {
      Object house = get(sale, "house");
      int ordinal = ((Enum<?>) get(house, "heating")).ordinal();
      float[] input = encoded(loaded, house);
      for (int j = 0; j < 3; j++) {
        assertThat(input[2 + j]).isEqualTo(j == (ordinal + 1) % 3 ? 1f : 0f);
      }
    }
    Path again = folder.resolve("again.safetensors");
    loaded.save(again);
    assertThat(Safetensors.read(again).metadata().get("features"))
        .contains("heating:enum{HEAT_PUMP|GAS|OIL}");
  }

  @Test
  void aRenamedComponentAndANewConstantAreRefused() throws Exception {
    FloatNetwork net = network();
    call(net, "adapt", Collection.class, sales(net, 12));
    float[] before = parameters(net);
    assertThatThrownBy(() -> network().load(saved(net, "rooms:", "chambers:")))
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining("rooms is missing in the file, chambers is missing here");
    assertThatThrownBy(
            () -> net.load(saved(net, "heating:enum{GAS|OIL|HEAT_PUMP}", "heating:enum{GAS|OIL}")))
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining(
            "the file knows heating GAS, OIL; Heating here also has HEAT_PUMP: train again");
    assertThat(parameters(net)).isEqualTo(before);
  }

  @Test
  void nothingIsPredictedBeforeRowsWereSeen() throws Exception {
    FloatNetwork net = network();
    Object house = get(sales(net, 13).get(0), "house");
    assertThatThrownBy(() -> call(net, "price", house.getClass(), house))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("PriceNet has not seen rows yet: call adapt(Collection<Sale>) or load a file");
  }

  private Path saved(FloatNetwork net, String text, String instead) throws Exception {
    Path file = folder.resolve("saved.safetensors");
    net.save(file);
    Safetensors content = Safetensors.read(file);
    Map<String, String> metadata = new HashMap<>(content.metadata());
    assertThat(metadata.get("features")).contains(text);
    metadata.computeIfPresent("features", (key, value) -> value.replace(text, instead));
    new Safetensors(metadata, List.copyOf(content.tensors().values())).write(file);
    return file;
  }

  private static float[] parameters(FloatNetwork net) {
    float[] parameters = new float[net.parameterCount()];
    net.getParameters(parameters);
    return parameters;
  }

  private static float[] encoded(FloatNetwork net, Object house) {
    float[] input = new float[net.inputSize()];
    try {
      method(net, "encode", house.getClass(), float[].class).invoke(net, house, input);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
    return input;
  }

  private static Method method(Object net, String name, Class<?>... types)
      throws ReflectiveOperationException {
    Method method = net.getClass().getMethod(name, types);
    method.setAccessible(true);
    return method;
  }

  private static Object call(Object net, String name, Class<?> type, Object argument)
      throws Exception {
    try {
      return method(net, name, type).invoke(net, argument);
    } catch (InvocationTargetException e) {
      throw (Exception) e.getCause();
    }
  }

  static Object get(Object record, String component) {
    try {
      Method accessor = record.getClass().getMethod(component);
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  private static List<Object> houses(List<Object> sales) {
    return sales.stream().map(sale -> get(sale, "house")).toList();
  }

  /** Random examples. */
  private static List<Object> sales(FloatNetwork net, long seed) throws Exception {
    Random random = new Random(seed);
    Class<?> sale = method(net, "learn", typeOf(net, "Sale"), float.class).getParameterTypes()[0];
    List<Object> sales = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      sales.add(created(sale, random));
    }
    return sales;
  }

  private static Class<?> typeOf(FloatNetwork net, String name) throws ClassNotFoundException {
    return Class.forName("demo.PriceNet$" + name, true, net.getClass().getClassLoader());
  }

  private static Object created(Class<?> type, Random random) throws Exception {
    if (!type.isRecord()) {
      return value(type, random);
    }
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = created(types[i], random);
    }
    var constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor.newInstance(values);
  }

  private static Object value(Class<?> type, Random random) {
    if (type == double.class) {
      return 300 + 40 * random.nextGaussian();
    } else if (type == float.class) {
      return random.nextFloat() * 9;
    } else if (type == int.class) {
      return random.nextInt(8);
    } else if (type == long.class) {
      return (long) random.nextInt(90);
    } else if (type == boolean.class) {
      return random.nextBoolean();
    } else if (type == String.class) {
      return "street " + random.nextInt(30);
    } else if (type == LocalTime.class) {
      return LocalTime.ofSecondOfDay(random.nextInt(86_400));
    } else if (type == OptionalDouble.class) {
      return random.nextBoolean()
          ? OptionalDouble.of(1900 + random.nextInt(120))
          : OptionalDouble.empty();
    }
    Object[] constants = type.getEnumConstants();
    return constants[random.nextInt(constants.length)];
  }

  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  static double deviation(double[] values) {
    double mean = mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / values.length);
  }
}
