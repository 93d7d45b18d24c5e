package io.github.gradsmith.sample.benchmarks.peers;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.sample.benchmarks.contender.Contender;
import io.github.gradsmith.sample.benchmarks.contender.FloatNets;
import io.github.gradsmith.sample.benchmarks.contender.FloatSamples;
import io.github.gradsmith.sample.benchmarks.contender.Precision;
import io.github.gradsmith.sample.benchmarks.contender.Prepared;
import io.github.gradsmith.sample.benchmarks.contender.Size;
import io.github.gradsmith.sample.benchmarks.contender.Task;
import io.github.gradsmith.sample.benchmarks.contender.Workload;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;

/**
 * ONNX Runtime with the weights of a generated network, whose output it must give. Input and output
 * lie in buffers that both sides see, so that a call copies the samples in and nothing else.
 */
public final class OnnxRuntime implements Contender {
  private static final float TOLERANCE = 1e-4f;

  @Override
  public String name() {
    return "onnxruntime";
  }

  @Override
  public boolean offers(Workload workload) {
    return workload.size().inputs() == LectureSize.SIZE.inputs()
        && workload.precision() == Precision.FLOAT
        && (workload.task() == Task.FORWARD || workload.task() == Task.FORWARD_64);
  }

  @Override
  public Prepared prepare(Workload workload) throws OrtException {
    Size size = workload.size();
    int batch = workload.task().samples();
    FloatNetwork network = FloatNets.create(size, 1);
    FloatSamples samples = new FloatSamples(size.inputs(), size.outputs());
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    byte[] model = new OnnxModel(size.layers(), network, batch).bytes();
    OrtSession session = environment.createSession(model, options);
    FloatBuffer input = buffer(batch * size.inputs());
    FloatBuffer output = buffer(batch * size.outputs());
    Map<String, OnnxTensor> inputs =
        Map.of(OnnxModel.INPUT, tensor(environment, input, batch, size.inputs()));
    Map<String, OnnxTensor> outputs =
        Map.of(OnnxModel.OUTPUT, tensor(environment, output, batch, size.outputs()));
    Runnable run = () -> run(session, inputs, outputs);
    Prepared prepared =
        new Prepared(
            () -> call(samples, batch, input, output, run), batch, "ONNX Runtime 1.20.0, float");
    compare(network, samples, prepared.call().run());
    return prepared;
  }

  private static double call(
      FloatSamples samples, int batch, FloatBuffer input, FloatBuffer output, Runnable run) {
    int from = samples.next(batch);
    input.rewind();
    for (int n = from; n < from + batch; n++) {
      input.put(samples.inputs[n]);
    }
    run.run();
    return output.get(0);
  }

  private static void run(
      OrtSession session, Map<String, OnnxTensor> inputs, Map<String, OnnxTensor> outputs) {
    try (OrtSession.Result result = session.run(inputs, outputs)) {
      if (result.size() != 1) {
        throw new IllegalStateException("expected one output, not " + result.size());
      }
    } catch (OrtException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static FloatBuffer buffer(int floats) {
    return ByteBuffer.allocateDirect(floats * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  private static OnnxTensor tensor(
      OrtEnvironment environment, FloatBuffer buffer, int rows, int columns) throws OrtException {
    return OnnxTensor.createTensor(environment, buffer, new long[] {rows, columns});
  }

  /** The first row's first output is ours, or the comparison means nothing. */
  private static void compare(FloatNetwork network, FloatSamples samples, double first) {
    float own = network.forward(samples.inputs[0])[0];
    if (!(Math.abs(own - first) < TOLERANCE)) {
      throw new IllegalStateException("ONNX Runtime gives " + first + ", ours " + own);
    }
  }
}
