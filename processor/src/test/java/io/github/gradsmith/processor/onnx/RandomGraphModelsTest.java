package io.github.gradsmith.processor.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.ModelImport;
import java.nio.FloatBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random models that are no chains give what ONNX Runtime gives, after all that was folded. */
class RandomGraphModelsTest {
  private static final int MODELS = Integer.getInteger("fuzz.graph.models", 300);
  private static final long SEED = MutatedModelsTest.seed();
  private static final int ROWS = 3;

  /** Of the largest output: float has 6e-8, and 14 layers add up. */
  private static final double TOLERANCE = 1e-5;

  private static final String AGAIN =
      "mvn -Pfuzz -pl processor -am test -Dtest=RandomGraphModelsTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dfuzz.graph.models=1 -Dfuzz.seed=";

  private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

  @Test
  void areImportedAsOnnxRuntimeRunsThem() throws OrtException {
    Map<LayerChoice.Type, Integer> kinds = new EnumMap<>(LayerChoice.Type.class);
    int imported = 0;
    for (long seed = SEED; seed < SEED + MODELS; seed++) {
      RandomGraphModel graph = new RandomGraphModel(seed);
      ModelImport made = graph.model().imported();
      if (made instanceof ModelImport.Refused refused) {
        assertThat(refused.reason()).as(AGAIN + seed).containsPattern(REASONS);
        continue;
      }
      imported++;
      if (made instanceof ModelImport.Graph layers) {
        layers.layers().forEach(layer -> kinds.merge(layer.choice().type(), 1, Integer::sum));
      }
      runsAlike(graph, made, seed);
    }
    if (MODELS >= 300) {
      assertThat(imported).isGreaterThan(MODELS / 2);
      assertThat(kinds.keySet()).hasSizeGreaterThanOrEqualTo(9);
    }
  }

  /** What the contract refuses: rows of factors that no dense layer is next to. */
  private static final String REASONS = "fit into no dense layer right before or after it";

  private static void runsAlike(RandomGraphModel graph, ModelImport made, long seed)
      throws OrtException {
    int width = 1;
    long[] dims = new long[graph.input().length + 1];
    dims[0] = ROWS;
    for (int i = 0; i < graph.input().length; i++) {
      width *= graph.input()[i];
      dims[i + 1] = graph.input()[i];
    }
    float[] x = new float[ROWS * width];
    double[] wide = new double[x.length];
    Random random = new Random(seed);
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) random.nextGaussian();
      wide[i] = x[i];
    }
    double[] actual = GraphForward.rows(made, wide);
    float[] expected = run(graph.model().bytes(), x, dims);
    assertThat(actual).as(AGAIN + seed).hasSize(expected.length);
    double largest = 1;
    for (float value : expected) {
      largest = Math.max(largest, Math.abs(value));
    }
    for (int i = 0; i < expected.length; i++) {
      assertThat(Math.abs(actual[i] - expected[i]))
          .as("output %s, %s%s: %s", i, AGAIN, seed, made)
          .isLessThan(TOLERANCE * largest);
    }
  }

  private static float[] run(byte[] model, float[] x, long[] dims) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.NO_OPT);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      try (OrtSession session = ENVIRONMENT.createSession(model, options);
          OnnxTensor input = OnnxTensor.createTensor(ENVIRONMENT, FloatBuffer.wrap(x), dims);
          OrtSession.Result result = session.run(Map.of("x", input))) {
        FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
        float[] all = new float[values.remaining()];
        values.get(all);
        return all;
      }
    }
  }
}
