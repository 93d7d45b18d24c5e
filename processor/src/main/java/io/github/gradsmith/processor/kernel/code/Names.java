package io.github.gradsmith.processor.kernel.code;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import io.github.gradsmith.processor.model.Value;
import io.github.gradsmith.processor.optimizer.StateSlot;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.List;
import java.util.Locale;

/**
 * The lecture's letters with layer numbers, as they stand in generated code.
 *
 * @param plan the network that is written
 */
public record Names(NetworkPlan plan) {
  /** The field that holds what the optimizer keeps. */
  public static final String STATE = "state";

  /** The steps so far, in an array of one number. */
  public static final String STEPS = STATE + ".steps";

  /** The seed of dropout's masks, then that of the constructor. */
  public static final String SEEDS = STATE + ".seeds";

  /** The field that holds statistics of rows and orders of enums. */
  public static final String ROWS = "rows";

  /** The method that gives the key of the masks of a row. */
  public static final String MASK_KEY = "maskKey";

  /** What methods call the number of a row in its mini-batch. */
  public static final String ROW = "row";

  /** The field that counts the changes of the parameters. */
  public static final String CHANGES = "changes";

  /** The field that holds the count when the weights were packed last. */
  public static final String PACKED_AT = "packedAt";

  public String w(LayerPlan layer) {
    return "w" + layer.tag();
  }

  public String b(LayerPlan layer) {
    return "b" + layer.tag();
  }

  /** What a layer takes from data instead of learning it: fields, in the order of files. */
  public List<String> statistics(LayerPlan layer) {
    return layer.model().statistics().stream()
        .map(statistic -> statistic.name() + layer.tag())
        .toList();
  }

  /** What its sums begin with: the biases, or zeros in their place. */
  public String addend(LayerPlan layer) {
    return layer.lacksBiases() ? "zeros" + layer.tag() : b(layer);
  }

  /** What a scaled gradient is added to: biases, their gradient, or what nobody reads. */
  public String biasTarget(LayerPlan layer, boolean toGradient) {
    if (layer.lacksBiases()) {
      return "lost" + layer.tag();
    }
    return toGradient ? gb(layer) : b(layer);
  }

  public String z(LayerPlan layer) {
    return "z" + layer.tag();
  }

  public String a(LayerPlan layer) {
    return "a" + layer.tag();
  }

  public String d(LayerPlan layer) {
    return "d" + layer.tag();
  }

  /** What is kept of a sample besides z and a: row {@code s}, or the only one. */
  public String mRow(LayerPlan layer, String s) {
    return "m" + layer.tag() + (plan.hasTile() ? "[" + s + "]" : "");
  }

  /** What goes back to a layer before it is added to its delta. */
  public String e(LayerPlan layer) {
    return "e" + layer.tag();
  }

  /** The constant for the order in which weights are kept: {@code LAYOUT2}. */
  public String layout(LayerPlan layer) {
    return plan.model().isNamed()
        ? "LAYOUT_" + layer.model().name().text().toUpperCase(Locale.ROOT)
        : "LAYOUT" + layer.tag();
  }

  public String scratch(LayerPlan layer) {
    return "sums" + layer.tag();
  }

  /** The packed weights, or a transposed copy of them. */
  public String p(LayerPlan layer) {
    return "p" + layer.tag();
  }

  public String gw(LayerPlan layer) {
    return "gw" + layer.tag();
  }

  public String gb(LayerPlan layer) {
    return "gb" + layer.tag();
  }

  /** What the optimizer keeps for the weights of {@code layer}. */
  public String stateW(StateSlot slot, LayerPlan layer) {
    return STATE + "." + slot.letter() + w(layer);
  }

  /** What the optimizer keeps for the biases of {@code layer}. */
  public String stateB(StateSlot slot, LayerPlan layer) {
    return STATE + "." + slot.letter() + b(layer);
  }

  /** The layer that alone reads {@code value}. */
  public LayerPlan reader(LayerPlan value) {
    return plan.reader(value);
  }

  /** What a formula calls the input of {@code layer}: x, or the activations before. */
  public String inputLetter(LayerPlan layer) {
    return letter(layer.model().from().get(0));
  }

  /** What a formula calls a value: x, or activations. */
  public String letter(Value value) {
    return value.layer() == Value.INPUT ? "x" : a(plan.layer(value.layer()));
  }

  /** The row of activations of sample {@code s}; without a tile there is only one. */
  public String aRow(LayerPlan layer, String s) {
    return plan.hasTile() ? a(layer) + "[" + s + "]" : a(layer);
  }

  /** The row of weighted sums of sample {@code s}: of activations, if those are the same. */
  public String zRow(LayerPlan layer, String s) {
    if (!layer.activates()) {
      return aRow(layer, s);
    }
    return plan.buffer(z(layer)).hasRowPerSample() ? z(layer) + "[" + s + "]" : z(layer);
  }

  /**
   * The input row of {@code layer} for sample {@code s}, where the network's input is {@code x}.
   */
  public String inputRow(LayerPlan layer, String x, String s) {
    return row(layer.model().from().get(0), x, s);
  }

  /** The row of {@code value} for sample {@code s}, where the network's input is {@code x}. */
  public String row(Value value, String x, String s) {
    return value.layer() == Value.INPUT ? x : aRow(plan.layer(value.layer()), s);
  }

  /** The rows that {@code layer} reads for a tile, where the network's inputs are {@code x}. */
  public String inputRows(LayerPlan layer, String x) {
    Value value = layer.model().from().get(0);
    return value.layer() == Value.INPUT ? x : a(plan.layer(value.layer()));
  }

  /** The first of these rows: those of the network's input begin where the tile does. */
  public String firstRow(LayerPlan layer) {
    return layer.model().from().get(0).layer() == Value.INPUT ? "from" : "0";
  }

  /** The class of SIMD kernels. */
  public TypeName simdClass() {
    return generated(plan.model().simdName());
  }

  /** The network's own class. */
  public TypeName self() {
    return generated(plan.model().generatedName());
  }

  /** A generated class, by its full name if the user's interface has a type of the simple one. */
  public TypeName generated(String name) {
    String packageName = plan.model().packageName();
    // JavaPoet shortens every class of the own package, but prints a variable's name as it is.
    return plan.model().inheritedNames().contains(name)
        ? TypeVariableName.get(packageName.isEmpty() ? name : packageName + "." + name)
        : ClassName.get(packageName, name);
  }

  /** A name for a method of ours that the user's interface does not use. */
  public String method(String name) {
    String free = name;
    while (plan.model().inheritedNames().contains(free)) {
      free += "_";
    }
    return free;
  }

  /** A name for the class of {@link #STATE}. */
  public String stateType() {
    return type("State");
  }

  /** A name for a nested class that no type around it has. */
  public String type(String name) {
    String free = method(name);
    while (plan.model().nesting().contains(free)) {
      free += "_";
    }
    return free;
  }

  public String forward(LayerPlan layer) {
    return method("forward" + layer.tag());
  }

  /** The same for a step on a few samples, which does not pack the weights. */
  public String forwardUnpacked(LayerPlan layer) {
    return method("forward" + layer.tag() + "Unpacked");
  }

  /** The layer while it trains, which drops units. */
  public String drop(LayerPlan layer) {
    return method("drop" + layer.tag());
  }

  /** The weighted sums of some rows. */
  public String sums(LayerPlan layer) {
    return method("sums" + layer.tag());
  }

  /** Weighted sums of mini-batches over rows of that length, one for each input. */
  public String addRows(int length) {
    return method("addRowsOf" + length);
  }

  public String activate(LayerPlan layer) {
    return method("activate" + layer.tag());
  }

  /** The activation's derivative, times which the deltas go on. */
  public String slope(LayerPlan layer) {
    return method("slope" + layer.tag());
  }

  public String loss() {
    return method("loss" + plan.last().tag());
  }

  public String delta(LayerPlan layer) {
    return method("delta" + layer.tag());
  }

  public String accumulate(LayerPlan layer) {
    return method("accumulate" + layer.tag());
  }
}
