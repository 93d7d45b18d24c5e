package io.github.gradsmith.internal.row;

import io.github.gradsmith.WeightsException;
import io.github.gradsmith.safetensors.Safetensors;
import io.github.gradsmith.safetensors.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a network keeps of its rows as a file holds it: {@code features} and {@code outputs} in the
 * metadata, and tensors {@code features.mean}, {@code features.deviation} of type {@code F64}, one
 * number for each scaled number of a row in the order of components; {@code features.minimum} and
 * {@code features.maximum} if any of them is scaled by its range. Those of scaled targets are named
 * {@code targets.*}.
 */
public final class RowFile {
  /** Metadata: how rows are encoded. */
  public static final String FEATURES = "features";

  /** Metadata: what the outputs mean. */
  public static final String OUTPUTS = "outputs";

  /** What the names of tensors with statistics of targets begin with; those of rows likewise. */
  public static final String TARGETS = "targets";

  /** What they end with. */
  public static final List<String> MOMENTS = List.of(".mean", ".deviation");

  /** What they end with, too, where numbers are scaled by their range. */
  public static final List<String> ENDS = List.of(".minimum", ".maximum");

  private RowFile() {}

  /** Whether a tensor holds statistics of rows or targets. */
  public static boolean isTensor(String name) {
    return name.startsWith(FEATURES + ".") || name.startsWith(TARGETS + ".");
  }

  /** What the metadata says of rows. */
  public static Map<String, String> metadata(RowState state) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(FEATURES, state.schema.features(state.columns));
    if (!state.outputs.isEmpty()) {
      texts.put(OUTPUTS, state.schema.outputs(state.outputs, state.columns));
    }
    return texts;
  }

  /** The statistics that are known. */
  public static List<Tensor> tensors(RowState state) {
    List<Tensor> tensors = new ArrayList<>();
    if (state.inputs.known && state.schema.hasNumbers()) {
      int[] all = new int[state.inputs.mean.length];
      for (int i = 0; i < all.length; i++) {
        all[i] = i;
      }
      add(tensors, FEATURES, state.inputs, all, state.schema.hasRanges());
    }
    if (state.targets.known && state.scalesTargets()) {
      add(
          tensors,
          TARGETS,
          state.targets,
          state.scaledOutputs(),
          state.outputs.contains(RowSchema.RANGE));
    }
    return tensors;
  }

  private static void add(
      List<Tensor> tensors, String prefix, RowScale scale, int[] places, boolean withEnds) {
    double[][] parts = {scale.mean, scale.deviation, scale.minimum, scale.maximum};
    List<String> suffixes = suffixes(withEnds);
    for (int i = 0; i < suffixes.size(); i++) {
      tensors.add(Tensor.of(prefix + suffixes.get(i), at(parts[i], places), places.length));
    }
  }

  private static List<String> suffixes(boolean withEnds) {
    List<String> suffixes = new ArrayList<>(MOMENTS);
    if (withEnds) {
      suffixes.addAll(ENDS);
    }
    return suffixes;
  }

  private static double[] at(double[] values, int[] places) {
    double[] chosen = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      chosen[i] = values[places[i]];
    }
    return chosen;
  }

  /**
   * What a file sets a network's rows to. A file that says nothing of rows leaves them as they are.
   *
   * @throws WeightsException if its rows are others, or statistics are damaged; nothing was set
   */
  public static Change read(RowState state, Safetensors file) throws WeightsException {
    String features = file.metadata().get(FEATURES);
    Change change = new Change(state);
    if (features == null) {
      return change;
    }
    require(state.schema.differenceOfRows(features));
    Map<Integer, List<String>> orders = new LinkedHashMap<>();
    collect(orders, RowComparison.components(features), state.schema.enumOf);
    String outputs = file.metadata().get(OUTPUTS);
    if (outputs != null && !state.outputs.isEmpty()) {
      require(state.schema.differenceOfOutputs(outputs));
      List<RowEntry> entries = RowEntry.listOf(outputs);
      collect(orders, entries, state.schema.outputEnums);
      for (int i = 0; i < entries.size(); i++) {
        if (change.outputs.get(i).equals(RowSchema.ANY)) {
          change.outputs.set(i, readable(entries.get(i).encoding));
        }
      }
    }
    change.order(orders);
    change.inputs = scale(file, FEATURES, state.inputs.mean.length, state.schema.hasRanges());
    int scaled = (int) change.outputs.stream().filter(RowSchema::isScaled).count();
    change.targets = scale(file, TARGETS, scaled, change.outputs.contains(RowSchema.RANGE));
    return change;
  }

  /**
   * Sets what was compiled into a class.
   *
   * @param inputs mean, deviation and, if there are any, minimum and maximum, one after the other;
   *     none if none were known
   * @param targets likewise
   * @throws IllegalStateException if an enum has other constants than when it was compiled
   */
  public static void setCompiled(
      RowState state, String features, String outputs, double[] inputs, double[] targets) {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(FEATURES, features);
    if (!outputs.isEmpty()) {
      metadata.put(OUTPUTS, outputs);
    }
    List<Tensor> tensors = new ArrayList<>();
    addParts(tensors, FEATURES, inputs, state.inputs.mean.length);
    addParts(tensors, TARGETS, targets, count(RowEntry.listOf(outputs)));
    try {
      read(state, new Safetensors(metadata, tensors)).apply();
    } catch (WeightsException e) {
      throw new IllegalStateException("the compiled weights do not fit: " + e.getMessage(), e);
    }
  }

  private static void addParts(List<Tensor> tensors, String prefix, double[] all, int count) {
    List<String> suffixes = suffixes(true);
    for (int i = 0; count > 0 && i < all.length / count; i++) {
      double[] part = Arrays.copyOfRange(all, i * count, (i + 1) * count);
      tensors.add(Tensor.of(prefix + suffixes.get(i), part, count));
    }
  }

  private static int count(List<RowEntry> outputs) {
    return (int) outputs.stream().filter(entry -> RowSchema.isScaled(entry.encoding)).count();
  }

  /** How an output is scaled, if it can be told from the text. */
  private static String readable(String encoding) throws WeightsException {
    if (encoding.startsWith(RowSchema.RESCALED) && RowSchema.rescaling(encoding) == null) {
      throw new WeightsException(
          "the metadata's outputs have "
              + encoding
              + ", expected rescaled(factor;term) of finite numbers, the factor not 0");
    }
    return encoding;
  }

  private static void require(String difference) throws WeightsException {
    if (difference != null) {
      throw new WeightsException(difference);
    }
  }

  private static void collect(
      Map<Integer, List<String>> orders, List<RowEntry> entries, List<Integer> enumOf)
      throws WeightsException {
    for (int i = 0; i < entries.size(); i++) {
      if (enumOf.get(i) >= 0) {
        List<String> constants = entries.get(i).constants;
        List<String> before = orders.putIfAbsent(enumOf.get(i), constants);
        if (before != null && !before.equals(constants)) {
          throw new WeightsException(
              "the file has the constants of one enum in two orders: " + before + ", " + constants);
        }
      }
    }
  }

  /** Mean, deviation and, if need be, ends; null where the file has none of them. */
  private static double[][] scale(Safetensors file, String prefix, int count, boolean withEnds)
      throws WeightsException {
    Set<String> names = file.tensors().keySet();
    if (count == 0 || names.stream().noneMatch(name -> name.startsWith(prefix + "."))) {
      return null;
    }
    List<String> suffixes = suffixes(withEnds);
    double[][] scale = new double[4][];
    for (int i = 0; i < suffixes.size(); i++) {
      String name = prefix + suffixes.get(i);
      if (!names.contains(name)) {
        throw new WeightsException("tensor " + name + " is missing, found " + names);
      }
      scale[i] = file.tensor(name).toDoubles();
      requireValues(name, scale[i], count, i == 1);
    }
    return scale;
  }

  private static void requireValues(String name, double[] values, int count, boolean isDivisor)
      throws WeightsException {
    if (values.length != count) {
      throw new WeightsException(
          "tensor " + name + " has " + values.length + " values, expected " + count);
    }
    for (double value : values) {
      if (!(Math.abs(value) <= Double.MAX_VALUE) || isDivisor && !(value > 0)) {
        throw new WeightsException(
            "tensor "
                + name
                + " holds "
                + value
                + ", expected finite numbers"
                + (isDivisor ? " above 0" : ""));
      }
    }
  }

  /** What a file sets, once all of it was read. */
  public static final class Change {
    private final RowState state;
    private final List<String> outputs;
    private int[][] columns;
    private double[][] inputs;
    private double[][] targets;

    private Change(RowState state) {
      this.state = state;
      this.outputs = new ArrayList<>(state.outputs);
      this.columns = state.columns;
    }

    private void order(Map<Integer, List<String>> orders) {
      columns = state.schema.columnsAsDeclared();
      orders.forEach(
          (number, constants) -> {
            String[] declared = state.schema.constants.get(number);
            for (int i = 0; i < declared.length; i++) {
              columns[number][i] = constants.indexOf(declared[i]);
            }
          });
    }

    /** Sets it. */
    public void apply() {
      for (int i = 0; i < outputs.size(); i++) {
        state.outputs.set(i, outputs.get(i));
      }
      state.setColumns(columns);
      state.setKinds();
      if (inputs != null) {
        for (int i = 0; i < inputs[0].length; i++) {
          set(state.inputs, inputs, i, i);
        }
        state.inputs.known = true;
      }
      if (targets != null) {
        int[] places = state.scaledOutputs();
        for (int i = 0; i < places.length; i++) {
          set(state.targets, targets, i, places[i]);
        }
        state.targets.known = true;
      }
    }

    private static void set(RowScale scale, double[][] from, int i, int to) {
      boolean hasEnds = from[2] != null;
      scale.set(to, from[0][i], from[1][i], hasEnds ? from[2][i] : 0, hasEnds ? from[3][i] : 1);
    }
  }
}
