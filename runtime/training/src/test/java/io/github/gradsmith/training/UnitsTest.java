package io.github.gradsmith.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.Activation;
import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.DoubleRows;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatRows;
import io.github.gradsmith.Network;
import io.github.gradsmith.row.MinMax;
import io.github.gradsmith.row.Standardized;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Errors of targets that are scaled, against what the network's own methods say of each row. */
class UnitsTest {
  record House(double area, int rooms) {}

  record Sale(House house, @Standardized double price, @MinMax double rent) {}

  record Worth(double price, double rent) {}

  @Network(
      layers = {2, 6, 2},
      activation = {Activation.TANH, Activation.IDENTITY})
  interface FloatSales extends FloatNetwork {
    Worth worth(House house);

    void adapt(Collection<Sale> sales);

    FloatRows rows(Collection<Sale> sales);
  }

  @Network(
      layers = {2, 6, 2},
      activation = {Activation.TANH, Activation.IDENTITY})
  interface DoubleSales extends DoubleNetwork {
    Worth worth(House house);

    void adapt(Collection<Sale> sales);

    DoubleRows rows(Collection<Sale> sales);
  }

  private static final Metric MAE = Metrics.meanAbsoluteError();
  private static final Metric RMSE = Metrics.rootMeanSquaredError();

  /** Prices of some 400,000, rents of some 1,000. */
  private static List<Sale> sales(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Sale> sales = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      House house = new House(30 + 150 * random.nextDouble(), random.nextInt(1, 7));
      double price = 100_000 + 3_000 * house.area() + 20_000 * random.nextDouble();
      sales.add(new Sale(house, price, 200 + 8 * house.area() + 100 * house.rooms()));
    }
    return sales;
  }

  /** Mean absolute errors and root mean squared ones of price and rent. */
  private static double[] errors(List<Sale> sales, List<Worth> said) {
    double[] errors = new double[4];
    for (int i = 0; i < said.size(); i++) {
      double price = said.get(i).price() - sales.get(i).price();
      double rent = said.get(i).rent() - sales.get(i).rent();
      errors[0] += Math.abs(price) / said.size();
      errors[1] += Math.abs(rent) / said.size();
      errors[2] += price * price / said.size();
      errors[3] += rent * rent / said.size();
    }
    errors[2] = Math.sqrt(errors[2]);
    errors[3] = Math.sqrt(errors[3]);
    return errors;
  }

  @Test
  void errorsOfFloatsAreThoseOfWhatTheMethodsSay() {
    List<Sale> training = sales(200, 1);
    List<Sale> validation = sales(70, 2);
    FloatSales net = new UnitsTest_FloatSalesImpl(1);
    net.adapt(training);
    FloatRows rows = net.rows(validation);
    History history =
        Fit.epochs(30).learningRate(0.1).metrics(MAE, RMSE).run(net, net.rows(training), rows);
    List<Worth> said = validation.stream().map(sale -> net.worth(sale.house())).toList();
    double[] errors = errors(validation, said);
    require(history, errors, 1e-4);
    assertThat(MAE.of(net, rows)).isCloseTo((errors[0] + errors[1]) / 2, within(1e-4 * errors[0]));
    // The loss is that of the scaled targets.
    assertThat(history.value(Monitor.validationLoss(), 30))
        .isEqualTo(net.loss(rows.inputs(), rows.targets(), 0, 70))
        .isLessThan(2);
    requireReport(Report.of(history).network(net).validation(rows), errors, 1e-3);
  }

  @Test
  void errorsOfDoublesAreThoseOfWhatTheMethodsSay() {
    List<Sale> training = sales(200, 1);
    List<Sale> validation = sales(70, 2);
    DoubleSales net = new UnitsTest_DoubleSalesImpl(1);
    net.adapt(training);
    DoubleRows rows = net.rows(validation);
    History history =
        Fit.epochs(30).learningRate(0.1).metrics(MAE, RMSE).run(net, net.rows(training), rows);
    List<Worth> said = validation.stream().map(sale -> net.worth(sale.house())).toList();
    double[] errors = errors(validation, said);
    require(history, errors, 1e-9);
    assertThat(history.value(Monitor.validationLoss(), 30))
        .isEqualTo(net.loss(rows.inputs(), rows.targets(), 0, 70));
    requireReport(Report.of(history).network(net).validation(rows), errors, 1e-3);
  }

  private static void require(History history, double[] errors, double tolerance) {
    double absolute = (errors[0] + errors[1]) / 2;
    double squared = (errors[2] + errors[3]) / 2;
    assertThat(absolute).isGreaterThan(100); // they are no scaled ones
    assertThat(history.value(Monitor.validation(MAE), 30))
        .isCloseTo(absolute, within(tolerance * absolute));
    assertThat(history.value(Monitor.validation(RMSE), 30))
        .isCloseTo(squared, within(tolerance * squared));
  }

  /** The table of errors, the residuals and the rows with the largest losses. */
  private static void requireReport(Report report, double[] errors, double tolerance) {
    ReportPage page = ReportPage.of(report.names("price", "rent").html()).requireRules();
    List<List<String>> table = page.table("errors-caption");
    for (int k = 0; k < 2; k++) {
      assertThat(Double.parseDouble(table.get(1 + k).get(1)))
          .isCloseTo(errors[k], within(tolerance * errors[k]));
      assertThat(Double.parseDouble(table.get(1 + k).get(2)))
          .isCloseTo(errors[2 + k], within(tolerance * errors[2 + k]));
    }
    String worst = page.byId("worst").getTextContent();
    assertThat(worst).containsPattern("Says \\d{6}(\\.\\d)?, \\d{3,4}(\\.\\d+)?, target \\d{6}");
  }

  /** Scaled targets of 0 and 1 are numbers that happen to be these. */
  @Test
  void scaledTargetsAreNeverClasses() {
    List<Sale> sales = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      sales.add(new Sale(new House(i, 2), i % 2, 1 - i % 2));
    }
    FloatSales net = new UnitsTest_FloatSalesImpl(1);
    net.adapt(sales);
    Report report = Report.of(new FixedHistory(1)).network(net).validation(net.rows(sales));
    assertThat(ReportPage.of(report.html()).elements("section"))
        .anyMatch(section -> section.getAttribute("id").equals("errors"));
  }
}
