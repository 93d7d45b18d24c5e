package io.github.gradsmith.processor.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import io.github.gradsmith.processor.model.ModelImport;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Layers with Flatten, Reshape, Squeeze, Unsqueeze, Transpose and computed shapes between and
 * around them: a network that is imported gives what ONNX Runtime gives for batches of any size,
 * and none is refused that keeps its samples whole and in order. Those whose layers see rows of a
 * sample are no chains.
 */
class RandomChainsTest {
  private static final int CHAINS = Integer.getInteger("fuzz.chains", 300);
  private static final long SEED = Long.getLong("fuzz.seed", 1);

  private static final String AGAIN =
      "mvn -pl processor -am test -Dtest=RandomChainsTest -Dsurefire.failIfNoSpecifiedTests=false"
          + " -Dfuzz.chains=1 -Dfuzz.seed=";

  private static final Pattern DECLARED =
      Pattern.compile(
          "mixes samples|mixes neurons|fixes how many samples|drops dimension|cannot have the shape"
              + "|is no matrix|axis = |comes from no layer|weights for|axes \\[|an operand of shape|is read as");

  private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

  @Test
  void areImportedAsOnnxRuntimeRunsThemOrRefusedForTheirReason() throws OrtException {
    int imported = 0;
    int refused = 0;
    for (long seed = SEED; seed < SEED + CHAINS; seed++) {
      RandomChain chain = new RandomChain(seed);
      ModelImport made = chain.model().imported();
      String chainName = AGAIN + seed + ": " + made;
      if (made.flatParameters().isPresent()) {
        imported++;
        runsAlike(chain, made, chainName);
      } else {
        refused++;
        hasItsReason(chain, made, chainName);
      }
    }
    if (CHAINS >= 300) {
      assertThat(imported).isGreaterThan(CHAINS / 5);
      assertThat(refused).isGreaterThan(CHAINS / 5);
    }
  }

  private static void hasItsReason(RandomChain chain, ModelImport made, String name) {
    Set<RandomChain.Verdict> verdicts = EnumSet.noneOf(RandomChain.Verdict.class);
    for (int count : chain.counts()) {
      verdicts.add(chain.verdict(count));
    }
    String reason =
        made instanceof ModelImport.Refused refused
            ? refused.reason()
            : ((ModelImport.Damaged) made).reason();
    assertThat(reason).as(name).containsPattern(DECLARED);
    assertThat(verdicts)
        .as(name)
        .isNotEqualTo(
            reason.contains("drops dimension") || reason.contains("comes from no layer")
                ? Set.of()
                : EnumSet.of(RandomChain.Verdict.NETWORK));
    if (reason.contains("mixes neurons")) {
      assertThat(verdicts).as(name).contains(RandomChain.Verdict.MOVED);
    }
  }

  private static void runsAlike(RandomChain chain, ModelImport network, String name)
      throws OrtException {
    Random random = new Random(7);
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      // Its rewriting takes a transposition that changes nothing into Gemm as if it did.
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.NO_OPT);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      try (OrtSession session = ENVIRONMENT.createSession(chain.model().bytes(), options)) {
        for (int count : chain.counts()) {
          int[] shape = chain.input(count);
          float[] x = new float[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
          double[] wide = new double[x.length];
          for (int i = 0; i < x.length; i++) {
            x[i] = (float) random.nextGaussian();
            wide[i] = x[i];
          }
          assertThat(chain.verdict(count)).as(name).isNotEqualTo(RandomChain.Verdict.INVALID);
          double[] expected = run(session, x, shape);
          double[] actual = GraphForward.rows(network, wide);
          assertThat(actual).as(name).hasSameSizeAs(expected);
          for (int i = 0; i < expected.length; i++) {
            assertThat(Math.abs(actual[i] - expected[i]))
                .as("output %s of %s samples, %s", i, count, name)
                .isLessThan(1e-4);
          }
        }
      }
    }
  }

  private static double[] run(OrtSession session, float[] x, int[] shape) throws OrtException {
    long[] dims = Arrays.stream(shape).asLongStream().toArray();
    try (OnnxTensor input = OnnxTensor.createTensor(ENVIRONMENT, FloatBuffer.wrap(x), dims);
        OrtSession.Result result = session.run(Map.of("x", input))) {
      OnnxValue output = result.get(0);
      FloatBuffer values = ((OnnxTensor) output).getFloatBuffer();
      List<Double> all = new ArrayList<>();
      while (values.hasRemaining()) {
        all.add((double) values.get());
      }
      return all.stream().mapToDouble(y -> y).toArray();
    }
  }
}
