package io.github.gradsmith.processor.validate.formula;

import static io.github.gradsmith.processor.model.NetworkInterface.DOUBLE_NETWORK;
import static io.github.gradsmith.processor.model.NetworkInterface.FLOAT_PREDICTOR;
import static io.github.gradsmith.processor.validate.Declared.sigmoids;
import static io.github.gradsmith.processor.validate.Judged.assertFaults;

import io.github.gradsmith.processor.validate.Declared;
import io.github.gradsmith.processor.validate.rule.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of formulas that users write. */
class FormulaRulesTest {
  private static final Rule READABLE = new ReadableFormulas();
  private static final Rule DEPEND = new FormulasDepend();
  private static final Rule SOUND = new SoundFormulas();
  private static final Rule ACCURATE = new AccurateFormulas();

  private static Declared formula(String... formulas) {
    return new Declared().layers(4, 3, 2).formula(formulas);
  }

  private static Declared loss(String formula) {
    return sigmoids(4, 2).lossFormula(formula);
  }

  @Test
  void theCharacterOfAFaultIsMarked() {
    assertFaults(READABLE, formula("tanh(z)", "softmax(z)"));
    assertFaults(
        READABLE,
        formula("z *\t+ * 2", "2*x"),
        "GS029 formula[0] | at character 5: | \n    z * + * 2\n        ^",
        "GS029 formula[1] | at character 3: unknown variable x | \n    2*x\n      ^");
    assertFaults(
        READABLE,
        loss("(a - z)^2"),
        "GS029 lossFormula | at character 6: unknown variable z; a and t are allowed");
  }

  @Test
  void formulasBesideActivationsAreReadToo() {
    assertFaults(READABLE, sigmoids(4, 2).formulaToo("2*x"), "GS029 formula[0]");
  }

  /** 60 characters on either side. */
  @Test
  void ofALongFormulaAPartIsShown() {
    String before = "z + ".repeat(25);
    String after = " + z".repeat(25);
    assertFaults(
        READABLE,
        formula(before + "x" + after),
        "GS029 formula[0] | at character 101: | \n    …"
            + before.substring(40)
            + "x"
            + after.substring(0, 59)
            + "…\n    "
            + " ".repeat(61)
            + "^");
    assertFaults(
        READABLE,
        formula("z + ".repeat(15) + "x" + " ".repeat(59)),
        "GS029 formula[0] | at character 61: | \n    z + | x" + " ".repeat(59) + "\n    ");
    assertFaults(
        READABLE,
        formula("z + ".repeat(15) + "x"),
        "GS029 formula[0] | \n    " + "z + ".repeat(15) + "x\n    " + " ".repeat(60) + "^");
  }

  @Test
  void softmaxIsNoPartOfAFormula() {
    assertFaults(
        READABLE,
        formula("tanh(z)", "2 * softmax(z)"),
        "GS030 formula[1] | softmax at character 5, | \n    2 * softmax(z)\n        ^");
    assertFaults(READABLE, formula("1 + logsoftmax(z)"), "GS030 formula[0] | at character 5,");
    assertFaults(READABLE, loss("softmax(a)"), "GS029 lossFormula | at character 1:");
  }

  @Test
  void activationsDependOnTheWeightedSum() {
    assertFaults(DEPEND, formula("z", "2 + ", "max(z, 0)"));
    assertFaults(
        DEPEND,
        formula("z - z + 2"),
        "GS031 formula[0] | The formula z - z + 2 does not depend on z, | a formula in z, such as"
            + " \"z / (1 + exp(-z))\"");
  }

  @Test
  void lossesDependOnOutputAndTarget() {
    assertFaults(DEPEND, loss("abs(a - t)"));
    assertFaults(
        DEPEND,
        loss("t^2"),
        "GS031 lossFormula | does not depend on a, | in a and t, such as \"log(cosh(a - t))\"");
    assertFaults(
        DEPEND,
        loss("a^2"),
        "GS032 lossFormula | The formula a^2 does not depend on t | \"log(cosh(a - t))\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "sin(z) / z; GS039 formula[0] | not defined at z = 0: it gives NaN | wherever z may get",
        "z^21; GS040 formula[0] | z = -68.5 and 53 more of 365 points: it gives -Infinity in float",
        "where(z > 0.5, z, 0); GS041 formula[0] | at z = 0.5: it jumps from 0 to 0.5",
        "sqrt(abs(z)); GS042 formula[0] | has no finite derivative at z = 0"
      })
  void activationsAreSound(String formula, String expected) {
    assertFaults(SOUND, formula("tanh(z)", "z"));
    assertFaults(SOUND, formula(formula, formula), expected);
  }

  @Test
  void theMildestPointIsNamedForAll() {
    assertFaults(
        SOUND,
        formula("sqrt(z)"),
        "GS039 formula[0] | sqrt(z) is not defined at z = -0.003 and 181 more of 365 points",
        "GS042 formula[0] | has no finite derivative at z = 0: | gives Infinity");
  }

  @Test
  void aPredictorsFormulasHaveValues() {
    Declared predictor = formula("sqrt(abs(z))", "where(z > 0.5, z, 0)").extending(FLOAT_PREDICTOR);
    assertFaults(SOUND, predictor);
    assertFaults(SOUND, predictor.formula("sin(z) / z"), "GS039 formula[0]");
    assertFaults(SOUND, predictor.formula("z^21"), "GS040 formula[0]");
    assertFaults(SOUND, loss("t * log(t / a)").extending(FLOAT_PREDICTOR));
  }

  @Test
  void precisionDecidesWhatIsFinite() {
    assertFaults(SOUND, formula("z^21").extending(DOUBLE_NETWORK));
    assertFaults(SOUND, formula("z^21").extending());
    assertFaults(
        SOUND,
        formula("1 / (z - 0.3)").extending(DOUBLE_NETWORK),
        "GS040 formula[0] | not finite at z = 0.3: it gives -Infinity in double");
  }

  @Test
  void formulasThatCannotBeReadAreNotTried() {
    assertFaults(SOUND, formula("sqrt(", "2"));
    assertFaults(ACCURATE, formula("sqrt(", "1e-300*z"));
    assertFaults(ACCURATE, formula("1e-300*z").extending());
  }

  @Test
  void lossesAreSoundForWhatTheLastLayerGives() {
    assertFaults(SOUND, loss("(a - t)^2"));
    assertFaults(
        SOUND,
        loss("sqrt(a - 1/2) * t"),
        "GS039 lossFormula | is not defined at a = | t = 0 | wherever a may get",
        "GS042 lossFormula | has no finite derivative at a = 0.5, t = 0: ");
    assertFaults(SOUND, loss("log(2 - a) * t"));
    assertFaults(SOUND, formula("sigmoid(z)").lossFormula("log(2 - a) * t"));
    assertFaults(
        SOUND,
        formula("z").lossFormula("log(2 - a) * t"),
        "GS039 lossFormula",
        "GS040 lossFormula");
    assertFaults(SOUND, formula("softmax(z)").lossFormula("log(2 - a) * t"));
    String[] undefined = {"GS039 lossFormula", "GS042 lossFormula"};
    assertFaults(SOUND, formula("tanh(").lossFormula("sqrt(a + 2) * t"), undefined);
    assertFaults(SOUND, new Declared().lossFormula("sqrt(a + 2) * t"), undefined);
  }

  @Test
  void valuesAreAccurateInTheNetworksPrecision() {
    assertFaults(ACCURATE, formula("tanh(z)", "z"));
    assertFaults(
        ACCURATE,
        formula("1e-300*z", "1e-300*z"),
        "GS065 formula[0] | 1e-300*z cannot be computed in float at z = | its value comes out as 0"
            + " there | , or extend a network of doubles.");
    assertFaults(ACCURATE, formula("1e-300*z", "z").extending(DOUBLE_NETWORK));
  }

  @Test
  void ofTheLossAlone() {
    Declared net = sigmoids(4, 2);
    assertFaults(ACCURATE, net.lossFormula("(a - t)^2"));
    assertFaults(
        ACCURATE,
        net.lossFormula("1e-300 * (a - t)^2"),
        "GS065 lossFormula | cannot be computed in float at z = | t = | its loss comes out as 0");
    assertFaults(ACCURATE, net.extending(FLOAT_PREDICTOR));
    assertFaults(ACCURATE, new Declared().lossFormula("1e-300 * (a - t)^2"));
  }

  /** 1e-30 is a float and 1e-60 is none. */
  @Test
  void derivativesAndGradientsAreAccurateToo() {
    Declared net = formula("z", "exp(z * 1e-30) * 1e-30");
    assertFaults(
        ACCURATE,
        net,
        "GS065 formula[1] | more of | its derivative comes out as 0 there, but is 1E-60.");
    assertFaults(ACCURATE, net.extending(FLOAT_PREDICTOR));
    assertFaults(
        ACCURATE,
        loss("1 + 1e-50 * (a - t)"),
        "GS065 lossFormula | its gradient comes out as 0 there, but is ");
  }

  /** 1 − σ(33.73) is 2.24e-15, and log(6.03e-30) −67.28. */
  @Test
  void theOnlyPointIsNamedAlone() {
    assertFaults(
        ACCURATE,
        loss("log(1e-30 + (a - t)^2)"),
        "GS065 lossFormula | in float at z = 33.73205, t = 1: its loss comes out as -67.29 |"
            + " there, but is -67.28");
    assertFaults(
        ACCURATE,
        loss("log(1e-30 + (a - t)^2)").extending(DOUBLE_NETWORK),
        "GS065 lossFormula | in double at z = 33.73205, t = 1: | of one size meet there.");
  }
}
