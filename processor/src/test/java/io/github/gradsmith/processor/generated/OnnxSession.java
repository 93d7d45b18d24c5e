package io.github.gradsmith.processor.generated;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Map;

/** A model in ONNX Runtime, on one thread so that many are soon opened. */
public final class OnnxSession implements AutoCloseable {
  private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

  private final OrtSession session;

  /** With all rewritings of the graph, as by default. */
  public OnnxSession(byte[] model) throws OrtException {
    this(model, OrtSession.SessionOptions.OptLevel.ALL_OPT);
  }

  OnnxSession(byte[] model, OrtSession.SessionOptions.OptLevel level) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setOptimizationLevel(level);
      session = ENVIRONMENT.createSession(model, options);
    }
  }

  public float[][] run(float[][] rows) throws OrtException {
    return (float[][]) runAny(rows);
  }

  public double[][] run(double[][] rows) throws OrtException {
    return (double[][]) runAny(rows);
  }

  /** The outputs for one sample of a shape, flat. */
  public float[] run(float[] values, long... shape) throws OrtException {
    try (OnnxTensor input = OnnxTensor.createTensor(ENVIRONMENT, FloatBuffer.wrap(values), shape);
        OrtSession.Result result = session.run(Map.of(inputName(), input))) {
      FloatBuffer output = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] flat = new float[output.remaining()];
      output.get(flat);
      return flat;
    }
  }

  /** As {@link #run(float[], long...)}. */
  public double[] run(double[] values, long... shape) throws OrtException {
    try (OnnxTensor input = OnnxTensor.createTensor(ENVIRONMENT, DoubleBuffer.wrap(values), shape);
        OrtSession.Result result = session.run(Map.of(inputName(), input))) {
      DoubleBuffer output = ((OnnxTensor) result.get(0)).getDoubleBuffer();
      double[] flat = new double[output.remaining()];
      output.get(flat);
      return flat;
    }
  }

  private String inputName() {
    return session.getInputNames().iterator().next();
  }

  private Object runAny(Object rows) throws OrtException {
    try (OnnxTensor input = OnnxTensor.createTensor(ENVIRONMENT, rows);
        OrtSession.Result result = session.run(Map.of("input", input))) {
      return result.get("output").orElseThrow().getValue();
    }
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
