package io.github.gradsmith.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.Activation;
import io.github.gradsmith.processor.activation.ActivationForms;
import io.github.gradsmith.processor.activation.ActivationFormula;
import io.github.gradsmith.processor.activation.Activations;
import io.github.gradsmith.processor.formula.derive.Derivative;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.machine.Arithmetic;
import io.github.gradsmith.processor.formula.machine.MachineValues;
import io.github.gradsmith.processor.formula.render.EmittedFormulas;
import io.github.gradsmith.processor.formula.text.FormulaParser;
import io.github.gradsmith.processor.formula.text.FormulaPrinter;
import io.github.gradsmith.processor.layer.OutputForms;
import io.github.gradsmith.processor.layer.OutputLayer;
import io.github.gradsmith.processor.loss.LossFormula;
import io.github.gradsmith.processor.loss.Losses;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LossChoice;
import io.github.gradsmith.processor.model.Precision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Random formulas with numbers of all sizes, as they are emitted, compiled and run: values, slopes,
 * losses and gradients are those of the formula as it is written, or a warning says where not.
 */
class EmittedFormsTest {
  private static final int COUNT = 300;

  /** A build that names no seed runs one of so many: these formulas are dear. */
  private static final int SHARE = 10;

  private static final long SEED = 20_261_130L;

  /** So many are compiled at once. */
  private static final int TOGETHER = 500;

  private static final List<Activation> LAST =
      List.of(
          Activation.SIGMOID,
          Activation.TANH,
          Activation.IDENTITY,
          Activation.SOFTPLUS,
          Activation.HARD_SIGMOID);

  private final List<EmittedCase> cases = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private int warned;
  private int judged;
  private int overflowing;

  @Test
  void areRightOrWarnedOf() {
    int all = number("fuzz.formulas", COUNT);
    int count = System.getProperty("fuzz.seed", "").isBlank() ? Math.max(1, all / SHARE) : all;
    long seed = seed();
    for (int i = 0; i < count; i++) {
      add(seed + i);
      if (cases.size() >= TOGETHER || i == count - 1) {
        run();
      }
    }
    System.out.println(
        count
            + " formulas from seed "
            + seed
            + ", "
            + warned
            + " warnings, "
            + overflowing
            + " of "
            + judged
            + " forms overflow beyond 80, "
            + faults.size()
            + " faults");
    assertThat(faults).isEmpty();
  }

  private static int number(String property, int otherwise) {
    String value = System.getProperty(property, "");
    return value.isBlank() ? otherwise : Integer.parseInt(value);
  }

  private static long seed() {
    String value = System.getProperty("fuzz.seed", "");
    return value.isBlank()
        ? SEED
        : value.equals("fresh") ? System.nanoTime() & 0xffffff : Long.parseLong(value);
  }

  /** An activation by itself, or a loss behind an activation, in one precision. */
  private void add(long seed) {
    Random random = new Random(seed);
    FormulasOfAllSizes formulas = new FormulasOfAllSizes(random);
    Precision precision = random.nextInt(4) == 0 ? Precision.DOUBLE : Precision.FLOAT;
    int kind = random.nextInt(12);
    if (kind < 7) {
      addActivation(seed, formulas.activation(), precision, random);
    } else if (kind == 7) {
      addCoupledLoss(seed, formulas.loss(), precision, random);
    } else {
      Activation last = LAST.get(random.nextInt(LAST.size()));
      boolean own = random.nextInt(4) == 0;
      ActivationChoice choice =
          own
              ? new ActivationChoice.Written(canonical(formulas.activation()))
              : new ActivationChoice.Named(last);
      addLoss(seed, choice, formulas.loss(), precision, random);
    }
  }

  private static String canonical(String formula) {
    return FormulaPrinter.print(FormulaParser.parse(formula));
  }

  private void addActivation(long seed, String formula, Precision precision, Random random) {
    Arithmetic network = Arithmetic.of(precision);
    ActivationFormula activation =
        Activations.of(new ActivationChoice.Written(canonical(formula)), precision);
    Expr value = activation.value();
    Chosen chosen = ActivationForms.value(activation, network);
    List<Map<String, Double>> points = points(value, network, random);
    withOutput(points, chosen, network);
    points.forEach(point -> point.put(ActivationForms.ERROR, 1.0));
    String name = "seed " + seed + ", " + precision + " " + formula;
    add(name, chosen, value, network, points);
    Expr slope = Expr.product(Expr.variable(ActivationForms.ERROR), Derivative.byRules(value, "z"));
    add(name + ", slope", ActivationForms.delta(activation, network), slope, network, points);
  }

  private void addLoss(
      long seed, ActivationChoice choice, String formula, Precision precision, Random random) {
    Arithmetic network = Arithmetic.of(precision);
    ActivationFormula activation = Activations.of(choice, precision);
    LossFormula loss = Losses.of(new LossChoice.Written(canonical(formula)), choice, 1);
    OutputForms forms = OutputLayer.of(activation, loss, network).forms();
    Expr written = loss.term().substitute(Map.of("a", activation.value()));
    List<Map<String, Double>> points = points(written, network, random);
    withOutput(points, ActivationForms.value(activation, network), network);
    points.forEach(
        point -> point.put("t", network.round(List.of(0.0, 1.0, 0.3).get(random.nextInt(3)))));
    String name = "seed " + seed + ", " + precision + " " + choice.text() + " " + formula;
    add(name + ", loss", forms.loss(), written, network, points);
    Expr gradient =
        Expr.product(
            Derivative.byRules(loss.term(), "a").substitute(Map.of("a", activation.value())),
            Derivative.byRules(activation.value(), "z"));
    add(name + ", gradient", forms.delta(), gradient, network, points);
  }

  /** Behind a softmax, whose outputs and their logarithms are what there is: no z makes them. */
  private void addCoupledLoss(long seed, String formula, Precision precision, Random random) {
    Arithmetic network = Arithmetic.of(precision);
    CoupledLoss coupled =
        CoupledLoss.of(
            random.nextBoolean() ? Activation.SOFTMAX : Activation.LOG_SOFTMAX,
            canonical(formula),
            precision);
    String name = "seed " + seed + ", " + precision + " " + coupled.softmax() + " " + formula;
    List<Map<String, Double>> points = coupled.points(network, random);
    OutputForms forms = coupled.forms();
    List<Map<String, Double>> ofLoss =
        coupled.inShiftedSum() ? coupled.shiftedPoints(network, random) : points;
    add(name + ", loss", forms.loss(), coupled.term(), network, ofLoss);
    add(name + ", summand", forms.summand(), coupled.summand(), network, points);
    add(name + ", gradient", forms.delta(), coupled.whole(), network, points);
  }

  private void add(
      String name,
      Chosen chosen,
      Expr written,
      Arithmetic network,
      List<Map<String, Double>> points) {
    if (chosen.deviation().isPresent()) {
      warned++;
    } else {
      cases.add(new EmittedCase(name, chosen.form(), written, network, points));
    }
  }

  private static void withOutput(
      List<Map<String, Double>> points, Chosen value, Arithmetic network) {
    double[] z = points.stream().mapToDouble(point -> point.get("z")).toArray();
    double[] a = MachineValues.of(value.form(), network, Map.of("z", z));
    IntStream.range(0, a.length).forEach(i -> points.get(i).put("a", a[i]));
  }

  /** Of ordinary size, large, far off, towards 0, and near the formula's own numbers. */
  private static List<Map<String, Double>> points(Expr formula, Arithmetic network, Random random) {
    List<Double> z = new ArrayList<>(List.of(0.0));
    List<Double> numbers = numbers(formula);
    for (int i = 0; i < 8; i++) {
      z.add(random.nextDouble(-5, 5));
      z.add(random.nextDouble(-80, 80) * (i % 2));
      z.add(Math.pow(10, random.nextDouble(-40, 0)) * (random.nextBoolean() ? 1 : -1));
      z.add(Math.pow(10, random.nextDouble(1.9, 6)) * (random.nextBoolean() ? 1 : -1));
      if (!numbers.isEmpty()) {
        double number = numbers.get(random.nextInt(numbers.size()));
        double size = random.nextBoolean() ? number : Math.sqrt(Math.abs(number));
        z.add(Math.max(-80, Math.min(80, size * random.nextDouble(-2, 2))));
      }
    }
    return new ArrayList<>(
        z.stream()
            .map(x -> (Map<String, Double>) new HashMap<>(Map.of("z", network.round(x))))
            .toList());
  }

  /** Those that stand in a formula. */
  static List<Double> numbers(Expr formula) {
    List<Double> numbers = new ArrayList<>();
    collect(formula, numbers);
    return numbers;
  }

  private static void collect(Expr expr, List<Double> numbers) {
    if (expr instanceof Expr.Number number && Double.isFinite(number.value().toDouble())) {
      numbers.add(number.value().toDouble());
    }
    expr.children().forEach(child -> collect(child, numbers));
  }

  /** Compiles and runs what was added; what the engine foresaw must be what runs. */
  private void run() {
    EmittedFormulas emitted = new EmittedFormulas();
    cases.forEach(one -> emitted.add(one.form().expr(), one.form().arithmetic().precision()));
    emitted.compile();
    for (int i = 0; i < cases.size(); i++) {
      EmittedCase one = cases.get(i);
      int number = i;
      double[] found =
          one.points().stream()
              .mapToDouble(point -> one.network().round(emitted.call(number, point)))
              .toArray();
      double[] foreseen = MachineValues.of(one.form(), one.network(), one.columns());
      if (!Arrays.equals(found, foreseen)) {
        faults.add(one.name() + " was foreseen otherwise" + replay());
      }
      judged++;
      overflowing += one.overflowsFarOff(found) ? 1 : 0;
      one.fault(found).ifPresent(fault -> faults.add(fault + replay()));
    }
    cases.clear();
  }

  /** The seed of a failure is the first it says. */
  private static String replay() {
    return "\n  again: mvn -pl processor -am test -Dtest=EmittedFormsTest"
        + " -Dsurefire.failIfNoSpecifiedTests=false -Dfuzz.formulas=1 -Dfuzz.seed=<its seed>";
  }
}
