package io.github.gradsmith.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.github.gradsmith.Activation;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.LossChoice;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.model.OptimizerChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Formulas and optimizers on their way from the source to the model, or to a message. */
class FormulaDeclarationsTest {
  private static Compilation compile(
      Compilers compiler, RecordingGeneration generation, String attributes, String optimizer) {
    return compiler
        .with(compiler == Compilers.JAVAC ? "-Xlint:all,-processing" : "-warn:none")
        .withProcessors(new NetworkProcessor(generation))
        .compile(
            Sources.source(
                "demo.Net",
                "package demo;",
                "import io.github.gradsmith.*;",
                optimizer,
                "@Network(" + attributes + ")",
                "public interface Net extends DoubleNetwork {}"));
  }

  private static NetworkModel model(Compilers compiler, String attributes, String optimizer) {
    RecordingGeneration generation = new RecordingGeneration();
    assertThat(compile(compiler, generation, attributes, optimizer)).succeededWithoutWarnings();
    return generation.models().get(0);
  }

  @ParameterizedTest
  @EnumSource
  void formulasHaveOneSpelling(Compilers compiler) {
    NetworkModel model =
        model(
            compiler,
            "layers = {2, 3, 3, 2}, formula = {\"z/(1+exp( -z))\", \"2*z/4\", \"softmax (z )\"},"
                + " lossFormula = \"\\n  abs((a\\n\\t- t)^3)\\n\"",
            "");
    assertThat(model.layers())
        .extracting(LayerModel::activation)
        .containsExactly(
            new ActivationChoice.Written("z / (1 + exp(-z))"),
            new ActivationChoice.Written("1/2 * z"),
            new ActivationChoice.Named(Activation.SOFTMAX));
    assertThat(model.loss()).isEqualTo(new LossChoice.Written("abs((a - t)^3)"));
  }

  @ParameterizedTest
  @EnumSource
  void oneFormulaIsForAllLayers(Compilers compiler) {
    NetworkModel model = model(compiler, "layers = {2, 3, 2}, formula = \"max(0,z)\"", "");
    assertThat(model.layers())
        .extracting(LayerModel::activation)
        .containsExactly(
            new ActivationChoice.Written("max(0, z)"), new ActivationChoice.Written("max(0, z)"));
  }

  @ParameterizedTest
  @EnumSource
  void optimizersBringTheirNumbers(Compilers compiler) {
    String net = "layers = {2, 2}, activation = Activation.TANH";
    assertThat(model(compiler, net, "").optimizer()).isEqualTo(OptimizerChoice.PLAIN);
    assertThat(model(compiler, net, "@Sgd").optimizer()).isEqualTo(OptimizerChoice.PLAIN);
    assertThat(
            model(compiler, net, "@Sgd(momentum = 0.75, nesterov = true, weightDecay = 2)")
                .optimizer())
        .isEqualTo(new OptimizerChoice.Sgd(0.75, true, 2));
    assertThat(model(compiler, net, "@RmsProp(alpha = 0.5)").optimizer())
        .isEqualTo(new OptimizerChoice.RmsProp(0.5, 1e-8));
    assertThat(model(compiler, net, "@Adam(beta1 = 0, epsilon = 1 / 8.0)").optimizer())
        .isEqualTo(new OptimizerChoice.Adam(0, 0.999, 0.125));
    assertThat(model(compiler, net, "@AdamW(beta2 = 0.5)").optimizer())
        .isEqualTo(new OptimizerChoice.AdamW(0.9, 0.5, 1e-8, 0.01));
    assertThat(model(compiler, net, "@Adagrad").optimizer())
        .isEqualTo(new OptimizerChoice.Adagrad(1e-10));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "z / (1 + expp(-z)) | 10",
        "tanh(x) | 6",
        "z + | 4",
        "2 * softmax(z) | 5",
        "2 * logsoftmax(z) | 5",
      })
  void aMarkStandsBelowTheCharacter(String formula, int character) {
    for (Compilers compiler : Compilers.values()) {
      String[] lines = message(compiler, formula).split("\\R");
      assertThat(lines).hasSize(3);
      assertThat(lines[0]).contains(" at character " + character);
      assertThat(lines[1]).endsWith("    " + formula);
      assertThat(lines[2].indexOf('^')).isEqualTo(lines[1].indexOf(formula) + character - 1);
    }
  }

  @Test
  void ofALongFormulaAPartIsShown() {
    String formula = "z + ".repeat(50) + "y" + " + z".repeat(50);
    String[] lines = message(Compilers.JAVAC, formula).split("\\R");
    assertThat(lines[0]).contains("at character 201: unknown variable y; z is allowed");
    assertThat(lines[1]).matches(" +…[yz+ ]+…").hasSizeLessThan(140);
    assertThat(lines[1].charAt(lines[2].indexOf('^'))).isEqualTo('y');
  }

  private static String message(Compilers compiler, String formula) {
    Compilation compilation =
        compile(
            compiler,
            new RecordingGeneration(),
            "layers = {2, 3}, formula = \"" + formula + "\"",
            "");
    assertThat(Compilers.ours(compilation)).hasSize(1);
    return Compilers.ours(compilation).get(0).getMessage(null);
  }
}
