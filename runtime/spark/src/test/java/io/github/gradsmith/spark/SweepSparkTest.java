package io.github.gradsmith.spark;

import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.DoubleRows;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatRows;
import io.github.gradsmith.training.Fit;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Networks that are trained side by side have the bits of each trained alone. */
class SweepSparkTest {
  private static final Sweep.Configuration CONFIGURATION = new Sweep.Configuration(5, 8, 0.05, 3);

  private static SparkSession spark;

  @BeforeAll
  static void start() {
    spark = Cluster.shared();
  }

  @Test
  @Tag("core")
  void aNetworkForEachOfFiftyKeysIsThatTrainedAlone() throws Exception {
    byKey(50, 7);
    byKey(50, 2);
  }

  @Test
  @Tag("long")
  void aNetworkForEachOfAThousandKeysIsThatTrainedAlone() throws Exception {
    byKey(1000, 9);
    byKey(1000, 2);
  }

  private static void byKey(int keys, int tasks) throws Exception {
    List<Nets.Line> lines = Nets.lines(keys * 20, 6, false);
    Dataset<Row> table =
        Nets.table(spark, lines, 4, tasks)
            .withColumn("customer", expr("'c' || pmod((id + 1000) / 7, " + keys + ")"));
    Map<String, Row> models =
        Sweep.groupBy("customer", CONFIGURATION)
            .id("id")
            .weight("w")
            .tasks(tasks)
            .run(Nets.NumberNet.class, table)
            .collectAsList()
            .stream()
            .collect(Collectors.toMap(row -> row.getString(0), row -> row));
    assertThat(models).hasSize(keys);
    for (int key = 0; key < keys; key++) {
      List<Nets.Line> own = new ArrayList<>();
      for (int i = key; i < lines.size(); i += keys) {
        own.add(lines.get(i));
      }
      DoubleNetwork alone = new Nets_NumberNetImpl(3);
      double[] weights = own.stream().mapToDouble(Nets.Line::weight).toArray();
      DoubleRows rows = rows(own).weighted(weights);
      Fit.epochs(5).batchSize(8).learningRate(0.05).seed(3).run(alone, rows);
      Row model = models.get("c" + key + ".0");
      assertThat(model.getLong(1)).isEqualTo(20);
      assertThat(model.getDouble(2))
          .isEqualTo(alone.loss(rows.inputs(), rows.targets(), weights, 0, 20));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      alone.save(out);
      assertThat((byte[]) model.get(3)).as("key %s", key).isEqualTo(out.toByteArray());
      assertThat(model.isNullAt(4)).isTrue();
    }
  }

  private static DoubleRows rows(List<Nets.Line> lines) {
    return DoubleRows.of(
        lines.stream().map(Nets.Line::features).toArray(double[][]::new),
        lines.stream().map(line -> new double[] {line.label()}).toArray(double[][]::new));
  }

  @Test
  @Tag("core")
  void configurationsAreThoseTrainedAlone() throws Exception {
    List<Nets.Line> lines = Nets.lines(300, 7, true);
    int[] labels = lines.stream().mapToInt(line -> (int) line.label()).toArray();
    FloatRows.Parts parts = FloatRows.ofClasses(Nets.floats(lines), labels, 3).split(0.3, 1);
    List<Sweep.Configuration> configurations =
        List.of(
            new Sweep.Configuration(3, 10, 0.0001, 1),
            new Sweep.Configuration(3, 10, 0.02, 2),
            new Sweep.Configuration(3, 10, 1e30, 3));
    List<Sweep.Result> results =
        Sweep.over(configurations)
            .run(spark, Nets.FloatClasses.class, parts.training(), parts.validation());
    assertThat(results).extracting(Sweep.Result::index).startsWith(1);
    assertThat(results).hasSize(3);
    for (Sweep.Result result : results) {
      if (!result.failure().isEmpty()) {
        assertThat(result.index()).isEqualTo(2);
        assertThat(result.failure()).contains("not finite");
        continue;
      }
      FloatNetwork alone = new Nets_FloatClassesImpl(result.configuration().seed());
      result.configuration().fit().run(alone, parts.training());
      assertThat(result.weights()).isEqualTo(ScoringSparkTest.saved(alone));
      FloatRows others = parts.validation();
      assertThat(result.loss())
          .isEqualTo(alone.loss(others.inputs(), others.targets(), 0, others.size()));
    }
  }

  @Test
  @Tag("core")
  void columnsThatDoNotFitAreNamedBeforeAJob() {
    Dataset<Row> table = Nets.table(spark, Nets.lines(30, 1, true), 2, 1);
    assertThatThrownBy(
            () ->
                Sweep.groupBy("customer", CONFIGURATION).id("id").run(Nets.NumberNet.class, table))
        .hasMessageContaining("the column customer (the key) is missing");
    assertThatThrownBy(() -> Sweep.groupBy("w", CONFIGURATION).run(Nets.NumberNet.class, table))
        .hasMessageContaining("rowIdCol is not set");
    assertThatThrownBy(() -> Sweep.over(List.of())).hasMessage("there is no configuration");
  }
}
