package io.github.gradsmith.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/**
 * Enums of layers that are made at random and broken by one edit get the errors of this edit, at
 * its places, and no other.
 */
class RandomEnumsTest {
  private static final int ENUMS = 300;
  private static final long SEED = 20261201;
  private static final Pattern MARK = Pattern.compile("«(GS\\d{3})»");

  /** What is expected of a valid enum: that its model is made, and goes to the generation. */
  private static final String MADE = "GS024";

  private final List<String> source = new ArrayList<>();
  private final TreeSet<String> expected = new TreeSet<>();
  private final TreeSet<EnumEdit> applied = new TreeSet<>();

  @Test
  void editsAreErrorsAtTheirPlaces() {
    add("import static io.github.gradsmith.Activation.*;");
    add("import io.github.gradsmith.*;");
    add("import io.github.gradsmith.layer.*;");
    add("interface Enums {");
    Random random = new Random(SEED);
    for (int i = 0; i < ENUMS; i++) {
      add(RandomEnum.of(random), EnumEdit.values()[i % EnumEdit.values().length], random, i);
    }
    add("}");
    JavaFileObject file = Sources.source("Enums", source.toArray(String[]::new));

    Compilation compilation =
        Compilers.JAVAC
            .with("-Xmaxerrs", "10000")
            .withProcessors(
                new NetworkProcessor(
                    model -> {
                      throw new IllegalStateException("made");
                    }))
            .compile(file);

    Set<String> found = new TreeSet<>();
    Set<String> wrong = new TreeSet<>();
    for (Diagnostic<? extends JavaFileObject> error : Compilers.ours(compilation)) {
      String message = error.getMessage(null);
      String place = place(error.getLineNumber(), error.getColumnNumber(), message.substring(0, 5));
      found.add(place);
      if (!expected.contains(place)) {
        wrong.add(place + message.substring(5) + around(error.getLineNumber()));
      }
    }
    expected.stream().filter(place -> !found.contains(place)).forEach(wrong::add);
    assertThat(applied).containsExactly(EnumEdit.values());
    assertThat(wrong).isEmpty();
  }

  private String around(long line) {
    int at = (int) line;
    return source.subList(Math.max(0, at - 12), Math.min(source.size(), at + 8)).stream()
        .collect(Collectors.joining("\n", "\n", "\n"));
  }

  private void add(RandomEnum valid, EnumEdit edit, Random random, int number) {
    RandomEnum edited = valid.copy();
    boolean changed = edit.apply(edited, random);
    RandomEnum shown = changed ? edited : valid;
    if (changed) {
      applied.add(edit);
    }
    boolean isValid = !changed || edit == EnumEdit.NONE;
    add("  @Network // " + edit);
    add(
        "  "
            + (isValid ? "«" + MADE + "»" : "")
            + "interface N"
            + number
            + " extends FloatNetwork {");
    add("    enum Layer {");
    shown.constants.forEach(constant -> add("      " + constant + ","));
    add("    }");
    add("  }");
  }

  /** A line; what it expects goes to the other expectations. */
  private void add(String marked) {
    String line = marked;
    for (Matcher mark = MARK.matcher(line); mark.find(); mark = MARK.matcher(line)) {
      expected.add(place(source.size() + 1L, mark.start() + 1L, mark.group(1)));
      line = line.substring(0, mark.start()) + line.substring(mark.end());
    }
    source.add(line);
  }

  private static String place(long line, long column, String code) {
    return String.format("line %5d column %3d: %s", line, column, code);
  }
}
