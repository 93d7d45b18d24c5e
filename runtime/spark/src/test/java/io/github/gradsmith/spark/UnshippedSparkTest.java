package io.github.gradsmith.spark;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A network whose classes were not sent to the executors. */
@Tag("core")
class UnshippedSparkTest {
  private static SparkSession spark;

  @BeforeAll
  static void start() {
    spark = Cluster.startWithoutNetworks();
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  @Test
  void aClassThatIsNotOnExecutorsSaysWhatToShip() throws Exception {
    Dataset<Row> scored =
        Scoring.of(Nets.FloatClasses.class, ScoringSparkTest.saved(new Nets_FloatClassesImpl(1)))
            .transform(Nets.table(spark, Nets.lines(10, 1, true), 1, 1));
    assertThatThrownBy(() -> scored.select("score").collectAsList())
        .hasStackTraceContaining(
            "the class io.github.gradsmith.spark.Nets$FloatClasses is not here. Ship the jar that"
                + " holds io.github.gradsmith.spark.Nets$FloatClasses and what the processor"
                + " generated for it")
        .hasStackTraceContaining("spark.jars");
  }
}
