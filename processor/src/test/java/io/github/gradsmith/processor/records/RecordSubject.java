package io.github.gradsmith.processor.records;

import io.github.gradsmith.DoublePredictor;
import io.github.gradsmith.DoubleRows;
import io.github.gradsmith.FloatPredictor;
import io.github.gradsmith.FloatRows;
import io.github.gradsmith.Onnx;
import io.github.gradsmith.processor.generated.OnnxSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** A generated network of random records, of either precision; numbers are widened to double. */
record RecordSubject(Object net, ClassLoader loader) {
  /** A nested type of the network's interface. */
  Class<?> type(RecordNetwork network, String nested) {
    try {
      return loader.loadClass("demo." + network.name() + "$" + nested);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private Object call(String name, Class<?>[] types, Object... arguments) {
    try {
      Method method = net.getClass().getMethod(name, types);
      method.setAccessible(true);
      return method.invoke(net, arguments);
    } catch (InvocationTargetException e) {
      throw new AssertionError(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private boolean isFloat() {
    return net instanceof FloatPredictor;
  }

  void adapt(List<Object> examples) {
    call("adapt", new Class<?>[] {Collection.class}, examples);
  }

  double[] encoded(Object row) {
    return widened(call("encode", new Class<?>[] {row.getClass()}, row));
  }

  /** Into an array that holds something else. */
  double[] encodedInto(Object row, int width) {
    Object input = isFloat() ? new float[width] : new double[width];
    if (input instanceof float[] floats) {
      Arrays.fill(floats, 7);
    } else {
      Arrays.fill((double[]) input, 7);
    }
    call("encode", new Class<?>[] {row.getClass(), input.getClass()}, row, input);
    return widened(input);
  }

  Object answer(Object row) {
    return call("answer", new Class<?>[] {row.getClass()}, row);
  }

  /** Inputs and targets of examples. */
  double[][][] rows(List<Object> examples) {
    Object rows = call("rows", new Class<?>[] {Collection.class}, examples);
    return rows instanceof FloatRows floats
        ? new double[][][] {widened(floats.inputs()), widened(floats.targets())}
        : new double[][][] {((DoubleRows) rows).inputs(), ((DoubleRows) rows).targets()};
  }

  void learn(Object example) {
    Class<?> scalar = isFloat() ? float.class : double.class;
    Object rate = isFloat() ? (Object) 0.01f : (Object) 0.01;
    call("learn", new Class<?>[] {example.getClass(), scalar}, example, rate);
  }

  double[] forward(double[] input) {
    return net instanceof FloatPredictor floats
        ? widened(floats.forward(narrowed(input)))
        : ((DoublePredictor) net).forward(input);
  }

  RecordSubject copy() {
    return new RecordSubject(call("copy", new Class<?>[0]), loader);
  }

  RecordSubject replica() {
    return new RecordSubject(call("replica", new Class<?>[0]), loader);
  }

  void save(Path file) {
    call("save", new Class<?>[] {Path.class}, file);
  }

  void saveTraining(Path file) {
    call("saveTraining", new Class<?>[] {Path.class}, file);
  }

  void load(Path file) {
    call("load", new Class<?>[] {Path.class}, file);
  }

  byte[] onnx(Onnx.Option... options) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (net instanceof FloatPredictor floats) {
      Onnx.write(floats, out, options);
    } else {
      Onnx.write((DoublePredictor) net, out, options);
    }
    return out.toByteArray();
  }

  /** What a model gives for one sample. */
  double[] run(OnnxSession session, double[] input, List<Integer> shape) throws Exception {
    long[] sizes = new long[shape.size() + 1];
    sizes[0] = 1;
    for (int i = 0; i < shape.size(); i++) {
      sizes[i + 1] = shape.get(i);
    }
    return isFloat() ? widened(session.run(narrowed(input), sizes)) : session.run(input, sizes);
  }

  /** To the network's own precision and back. */
  double[] rounded(double[] values) {
    return isFloat() ? widened(narrowed(values)) : values;
  }

  private static float[] narrowed(double[] values) {
    float[] narrow = new float[values.length];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = (float) values[i];
    }
    return narrow;
  }

  private static double[][] widened(float[][] rows) {
    return Arrays.stream(rows).map(RecordSubject::widened).toArray(double[][]::new);
  }

  private static double[] widened(Object values) {
    if (values instanceof double[] doubles) {
      return doubles;
    }
    float[] floats = (float[]) values;
    double[] wide = new double[floats.length];
    Arrays.setAll(wide, i -> floats[i]);
    return wide;
  }
}
