package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import io.github.gradsmith.processor.KeptFiles;
import io.github.gradsmith.processor.NetworkProcessor;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Rows of all kinds of networks: doubles, named outputs, layers as an enum, compiled weights. */
@Isolated("counts bytes")
class TypedRowKindsTest {
  private static final String HEAD =
      """
      package demo;

      import static io.github.gradsmith.Activation.*;

      import io.github.gradsmith.*;
      import io.github.gradsmith.row.*;
      import java.util.*;

      """;

  private static final String TRAINED =
      HEAD
          + """
          @Network(layers = {2, 3, 1}, activation = {TANH, IDENTITY})
          public interface Trained extends FloatNetwork {
            record House(double area, @MinMax int rooms) {}

            record Sale(House house, @Standardized double price) {}

            float price(House house);
            double exact(House house);
            void adapt(Collection<Sale> sales);
            float learn(Sale sale, float rate);

            static List<Sale> sales() {
              List<Sale> sales = new ArrayList<>();
              Random random = new Random(3);
              for (int i = 0; i < 50; i++) {
                House house = new House(100 * random.nextDouble(), random.nextInt(9));
                sales.add(new Sale(house, 1e5 * random.nextDouble()));
              }
              return sales;
            }

            static double[] write(Trained net, String file) throws Exception {
              net.adapt(sales());
              net.save(java.nio.file.Path.of(file));
              return sales().stream().mapToDouble(sale -> net.price(sale.house())).toArray();
            }

            static double work(Trained net) {
              Sale sale = net.sale();
              double sum = 0;
              for (int i = 0; i < 20_000; i++) {
                sum += net.price(sale.house()) + net.exact(sale.house()) + net.learn(sale, 1e-4f);
              }
              return sum;
            }

            default Sale sale() {
              return Held.SALE;
            }

            final class Held {
              static final Sale SALE = sales().get(0);

              private Held() {}
            }
          }
          """;

  private static final String BAKED =
      HEAD
          + """
          @Network(layers = {2, 3, 1}, activation = {TANH, IDENTITY}, weights = "rows.safetensors")
          public interface Baked extends FloatPredictor {
            float price(Trained.House house);

            static double[] prices(Baked net) {
              return Trained.sales().stream().mapToDouble(s -> net.price(s.house())).toArray();
            }
          }
          """;

  private static final String NAMED =
      HEAD
          + """
          @Network(layers = {4, 8, 5}, activation = {TANH, SIGMOID})
          @Adam
          public interface Named extends DoubleNetwork {
            enum Colour { RED, GREEN, BLUE }

            record Shape(@AsIs @Size(2) float[] sizes, @Missing Integer corners) {}

            record Said(double risk, boolean bad, Colour colour) {}

            record Known(Shape shape, Said said) {}

            Said say(Shape shape);
            double[] raw(Shape shape);
            void adapt(Collection<Known> all);
            DoubleRows rows(Collection<Known> all);

            static boolean isRight(Named net) {
              List<Known> all = new ArrayList<>();
              for (int i = 0; i < 30; i++) {
                Shape shape = new Shape(new float[] {i, -i}, i % 4 == 0 ? null : i);
                all.add(new Known(shape, new Said(0.5, i > 10, Colour.values()[i % 3])));
              }
              net.adapt(all);
              DoubleRows rows = net.rows(all);
              boolean right = rows.targets()[4][1] == 0 && rows.targets()[4][3] == 1;
              for (Known known : all) {
                double[] a = net.raw(known.shape());
                Said said = net.say(known.shape());
                int largest = a[2] >= a[3] && a[2] >= a[4] ? 0 : a[3] >= a[4] ? 1 : 2;
                right &= said.risk() == a[0] && said.bad() == (a[1] >= 0.5);
                right &= said.colour() == Colour.values()[largest];
              }
              return right;
            }
          }
          """;

  private static final String NORMAL =
      HEAD
          + """
          import io.github.gradsmith.layer.*;

          @Network
          public interface Normal extends FloatNetwork {
            enum Layer {
              @Input(3) IN,
              @Normalization NORM,
              @Dense(units = 1, activation = SIGMOID) OUT
            }

            record Reading(double level, int count, boolean open) {}

            boolean isAlarm(Reading reading);
            void encode(Reading reading, float[] input);
            void adapt(Collection<Reading> readings);

            static float[] encoded(Normal net) {
              net.adapt(List.of(new Reading(7, 3, true), new Reading(9, 5, false)));
              float[] input = new float[3];
              net.encode(new Reading(7, 3, true), input);
              float[][] z = new float[3][];
              float[][] a = {new float[3], new float[3], new float[1]};
              z[1] = new float[3];
              z[2] = new float[1];
              net.trace(input, z, a);
              return new float[] {input[0], input[1], input[2], a[1][0], a[1][1], a[1][2]};
            }
          }
          """;

  @TempDir Path folder;

  @Test
  void compiledWeightsBringTheirStatisticsAlong() throws Exception {
    CompiledNetworks trained =
        CompiledNetworks.builder().source("Trained", TRAINED).compile("--release", "17");
    Object net = trained.create("Trained", 4, Object.class);
    Path file = folder.resolve("rows.safetensors");
    double[] prices = (double[]) method(net, "Trained", "write").invoke(null, net, file.toString());
    CompiledNetworks baked =
        CompiledNetworks.builder()
            .source("Trained", TRAINED)
            .source("Baked", BAKED)
            .compile("--release", "17", "-Agradsmith.weightsDir=" + folder);
    Object other = baked.create("Trained", 1, Object.class);
    Class<?> type = Class.forName("demo.BakedImpl", true, other.getClass().getClassLoader());
    Object predictor = type.getConstructor().newInstance();
    assertThat((double[]) method(predictor, "Baked", "prices").invoke(null, predictor))
        .isEqualTo(prices);
  }

  @Test
  void aFileOfOtherRowsIsRefusedWhileCompiling() throws Exception {
    CompiledNetworks trained =
        CompiledNetworks.builder().source("Trained", TRAINED).compile("--release", "17");
    Object net = trained.create("Trained", 4, Object.class);
    Path file = folder.resolve("rows.safetensors");
    method(net, "Trained", "write").invoke(null, net, file.toString());
    Compilation compilation =
        KeptFiles.javac()
            .withProcessors(new NetworkProcessor())
            .withOptions("--release", "17", "-Agradsmith.weightsDir=" + folder)
            .compile(
                JavaFileObjects.forSourceString(
                    "demo.Trained", TRAINED.replace("int rooms", "int chambers")),
                JavaFileObjects.forSourceString("demo.Baked", BAKED));
    assertThat(compilation.errors()).hasSize(1);
    assertThat(compilation.errors().get(0).getMessage(null))
        .isEqualTo(
            "GS139: rows.safetensors: the file was trained on House(area, rooms), but House is"
                + " (area, chambers) here: chambers is missing in the file, rooms is missing"
                + " here.");
  }

  @Test
  void pricesAndStepsAllocateNothing() throws Exception {
    CompiledNetworks trained =
        CompiledNetworks.builder().source("Trained", TRAINED).compile("--release", "17");
    Object net = trained.create("Trained", 4, Object.class);
    method(net, "Trained", "write").invoke(null, net, folder.resolve("any.safetensors").toString());
    Method work = method(net, "Trained", "work");
    work.invoke(null, net);
    work.invoke(null, net);
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    work.invoke(null, net);
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(bytes).as("of 60,000 calls").isLessThan(20_000);
  }

  @Test
  void namedOutputsAreThoseOfForward() throws Exception {
    CompiledNetworks networks =
        CompiledNetworks.builder().source("Named", NAMED).compile("--release", "17");
    Object net = networks.create("Named", 2, Object.class);
    assertThat((boolean) method(net, "Named", "isRight").invoke(null, net)).isTrue();
  }

  @Test
  void aLayerThatNormalizesTakesTheStatisticsInPlace() throws Exception {
    CompiledNetworks networks =
        CompiledNetworks.builder().source("Normal", NORMAL).compile("--release", "17");
    Object net = networks.create("Normal", 2, Object.class);
    float[] found = (float[]) method(net, "Normal", "encoded").invoke(null, net);
    assertThat(found).isEqualTo(new float[] {7, 3, 1, -1, -1, 1});
  }

  private static Method method(Object net, String type, String name) throws Exception {
    Class<?> network = Class.forName("demo." + type, true, net.getClass().getClassLoader());
    List<Method> named =
        java.util.Arrays.stream(network.getMethods())
            .filter(method -> method.getName().equals(name))
            .toList();
    return named.get(0);
  }
}
