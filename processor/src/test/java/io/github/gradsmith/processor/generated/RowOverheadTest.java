package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.FloatNetwork;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * What a record of 12 components costs over an array of the numbers that it becomes: {@code price}
 * and {@code forward} of one network, in pairs, the order within a pair changing, by the time that
 * the thread had a processor. A measurement for an idle machine; it prints all numbers.
 */
@Tag("sweep")
@Isolated
class RowOverheadTest {
  private static final int PAIRS = 201;
  private static final int CALLS = 20_000;
  private static final double MOST_NANOSECONDS = 60;

  private static final String SOURCE =
      """
      package demo;

      import static io.github.gradsmith.Activation.*;

      import io.github.gradsmith.*;
      import io.github.gradsmith.row.*;
      import java.util.*;

      @Network(layers = {17, 32, 1}, activation = {RELU, IDENTITY})
      public interface PriceNet extends FloatNetwork {
        enum Heating { GAS, OIL, HEAT_PUMP }

        record House(double area, int rooms, Heating heating, boolean garden,
            @Missing OptionalDouble built, double latitude, double longitude, long age,
            @MinMax float height, int floors, boolean lift, Heating second) {}

        record Sale(House house, @Standardized double price) {}

        float price(House house);
        void encode(House house, float[] input);
        void adapt(Collection<Sale> sales);

        static void adapt(FloatNetwork net) {
          ((PriceNet) net).adapt(Held.SALES);
          for (int i = 0; i < Held.SALES.size(); i++) {
            ((PriceNet) net).encode(Held.SALES.get(i).house(), Held.INPUTS[i]);
          }
        }

        static double prices(FloatNetwork network, int calls) {
          PriceNet net = (PriceNet) network;
          double sum = 0;
          for (int i = 0; i < calls; i++) {
            sum += net.price(Held.SALES.get(i & 255).house());
          }
          return sum;
        }

        static double outputs(FloatNetwork net, int calls) {
          double sum = 0;
          float[] output = new float[1];
          for (int i = 0; i < calls; i++) {
            net.forward(Held.INPUTS[i & 255], output);
            sum += output[0];
          }
          return sum;
        }

        final class Held {
          static final List<Sale> SALES = sales();
          static final float[][] INPUTS = new float[256][17];

          private Held() {}

          private static List<Sale> sales() {
            Random random = new Random(1);
            List<Sale> sales = new ArrayList<>();
            for (int i = 0; i < 256; i++) {
              OptionalDouble built =
                  i % 4 == 0 ? OptionalDouble.empty() : OptionalDouble.of(1900 + random.nextInt(99));
              Heating[] heatings = Heating.values();
              House house =
                  new House(300 * random.nextDouble(), random.nextInt(9), heatings[i % 3], i % 2 == 0,
                      built, 52 + random.nextDouble(), 13 + random.nextDouble(), random.nextInt(90),
                      random.nextFloat(), random.nextInt(5), i % 5 == 0, heatings[i % 2]);
              sales.add(new Sale(house, 1e5 * random.nextDouble()));
            }
            return sales;
          }
        }
      }
      """;

  @Test
  void aRecordCostsAtMostSixtyNanoseconds() throws Exception {
    CompiledNetworks networks =
        CompiledNetworks.builder().source("PriceNet", SOURCE).compile("--release", "17");
    FloatNetwork net = networks.floats("PriceNet", 1);
    Class<?> type = Class.forName("demo.PriceNet", true, networks.loader());
    type.getMethod("adapt", FloatNetwork.class).invoke(null, net);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    ToDoubleFunction<String> nanoseconds =
        name -> {
          try {
            long start = threads.getCurrentThreadCpuTime();
            type.getMethod(name, FloatNetwork.class, int.class).invoke(null, net, CALLS);
            return (threads.getCurrentThreadCpuTime() - start) / (double) CALLS;
          } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
          }
        };
    double[] more = new double[PAIRS];
    double[] ratios = new double[PAIRS];
    for (int pair = -50; pair < PAIRS; pair++) {
      boolean priceFirst = pair % 2 == 0;
      double first = nanoseconds.applyAsDouble(priceFirst ? "prices" : "outputs");
      double second = nanoseconds.applyAsDouble(priceFirst ? "outputs" : "prices");
      double price = priceFirst ? first : second;
      double forward = priceFirst ? second : first;
      System.out.printf("price %.1f ns, forward %.1f ns%n", price, forward);
      if (pair >= 0) {
        more[pair] = price - forward;
        ratios[pair] = price / forward;
      }
    }
    Arrays.sort(more);
    Arrays.sort(ratios);
    System.out.printf("median %.1f ns more, ratio %.2f%n", more[PAIRS / 2], ratios[PAIRS / 2]);
    assertThat(more[PAIRS / 2]).isLessThanOrEqualTo(MOST_NANOSECONDS);
  }
}
