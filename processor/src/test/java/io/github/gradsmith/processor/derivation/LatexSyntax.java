package io.github.gradsmith.processor.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.scilab.forge.jlatexmath.TeXFormula;

/**
 * The mathematics of a page, which must be LaTeX: for a parser, and, as that overlooks some faults,
 * by rules of our own.
 */
final class LatexSyntax {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```math\n(.*?)\n```$");
  private static final Pattern INLINE = Pattern.compile("\\$`([^`]*)`\\$");

  /** What MathJax knows and GitHub allows, of which \operatorname, \mbox and \tag are no part. */
  private static final Set<String> MACROS =
      Set.of(
          ("alpha arctan begin beta cases cdot cdots cos cosh ddots delta end frac ge int lambda le left log"
                  + " mathop mathrm mathsf mathtt max min mu ne odot partial pi quad rho right sigma sin"
                  + " sinh sqrt sum tanh text underbrace varepsilon vdots")
              .split(" "));

  /** Pages have many formulas in common, and the parser is slow. */
  private static final Set<String> CHECKED = new HashSet<>();

  private LatexSyntax() {}

  static List<String> blocks(String page) {
    return BLOCK.matcher(page).results().map(block -> block.group(1)).toList();
  }

  static List<String> inline(String page) {
    return INLINE.matcher(page).results().map(formula -> formula.group(1)).toList();
  }

  /** Checks all mathematics of a page, and that nothing else looks like some. */
  static void check(String page) {
    List<String> all = new ArrayList<>(blocks(page));
    all.addAll(inline(page));
    assertThat(all).hasSizeGreaterThan(10);
    all.stream().filter(latex -> !CHECKED.contains(latex)).forEach(LatexSyntax::checkFormula);
    CHECKED.addAll(all);
    String prose = INLINE.matcher(BLOCK.matcher(page).replaceAll("")).replaceAll("m");
    prose = prose.replaceAll("`[^`\n]+`", "code");
    assertThat(prose).doesNotContain("$", "\\", "^", "`");
    assertThat(page).doesNotContainPattern("\\w\\$`|`\\$\\w");
    for (String cell : prose.lines().filter(line -> line.startsWith("|")).toList()) {
      assertThat(cell.chars().filter(c -> c == '|').count()).as(cell).isEqualTo(5);
    }
  }

  private static void checkFormula(String latex) {
    assertThatCode(() -> new TeXFormula(latex)).as(latex).doesNotThrowAnyException();
    assertThat(latex).doesNotContain("\n\n", "`", "$");
    checkBraces(latex);
    checkScripts(latex);
    Set<String> macros = new TreeSet<>();
    Pattern.compile("\\\\([A-Za-z]+)")
        .matcher(latex)
        .results()
        .forEach(m -> macros.add(m.group(1)));
    assertThat(MACROS).as(latex).containsAll(macros);
    assertThat(count(latex, "\\\\left")).as(latex).isEqualTo(count(latex, "\\\\right"));
    assertThat(count(latex, "\\\\begin")).as(latex).isEqualTo(count(latex, "\\\\end"));
  }

  private static void checkBraces(String latex) {
    int depth = 0;
    for (char c : latex.toCharArray()) {
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      assertThat(depth).as(latex).isNotNegative();
    }
    assertThat(depth).as(latex).isZero();
  }

  /** TeX refuses x^{2}^{3}, which jlatexmath takes. */
  private static void checkScripts(String latex) {
    String folded = latex;
    String before;
    do {
      before = folded;
      folded = folded.replaceAll("\\{[^{}]*\\}", "()");
      assertThat(folded).as(latex).doesNotContainPattern("([\\^_])\\(\\)([\\^_]\\(\\))?\\1");
    } while (!folded.equals(before));
  }

  private static int count(String text, String pattern) {
    List<MatchResult> results =
        Pattern.compile(pattern + "(?![A-Za-z])").matcher(text).results().toList();
    return results.size();
  }
}
