package io.github.gradsmith;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is written once for float and once for double says the same: whole files, and methods of one
 * class that take one or the other. A text of floats is turned into one of doubles and compared.
 */
class TwinsTest {
  private static final Path SOURCES = Path.of("src/main/java/io/github/gradsmith");

  /** Their algorithms differ with the precision; what they offer is the same. */
  private static final Set<String> OTHER_ALGORITHMS = Set.of("FloatMath");

  /** Where the form for doubles is another one than the names and types alone would make it. */
  private static final List<Meant> MEANT =
      List.of(
          new Meant(
              "FloatCalls",
              "SampleRows.rounded(SampleRows.inputs(predictor.inputSize(), indices))",
              "SampleRows.inputs(predictor.inputSize(), indices)",
              "sample rows are made as doubles"),
          new Meant(
              "FloatCalls",
              "SampleRows.rounded(SampleRows.targets(predictor.outputSize()))",
              "SampleRows.targets(predictor.outputSize())",
              "sample rows are made as doubles"),
          new Meant(
              "WeightLayout",
              "(float) (deviation * random.nextGaussian())",
              "(deviation * random.nextGaussian())",
              "weights are drawn as doubles"),
          new Meant(
              "Statistics",
              "mean[j] = (float) means[j]",
              "mean[j] = means[j]",
              "means are summed up in double"),
          new Meant(
              "Statistics",
              "variance[j] = (float) (squares[j] / (to - from))",
              "variance[j] = squares[j] / (to - from)",
              "squares are summed up in double"),
          new Meant(
              "Tensor",
              "new Tensor(name, shape, values, null)",
              "new Tensor(name, shape, null, values)",
              "a tensor has a field for either"));

  private static final Pattern IMPORT = Pattern.compile("^import .*;\\n", Pattern.MULTILINE);

  /** A method or constructor of a class that is not nested: signature and body. */
  private static final Pattern METHOD =
      Pattern.compile(
          "^  (?=[\\w<])([^;={}]*?\\([^;{}]*?\\)[^;{}]*)\\{\\n.*?^  }\\n",
          Pattern.MULTILINE | Pattern.DOTALL);

  private static final Pattern OF_FLOATS = Pattern.compile("\\bfloat\\[|\\bFloat[A-Z]");
  private static final Pattern OF_DOUBLES = Pattern.compile("\\bdouble\\[|\\bDouble[A-Z]");
  private static final Pattern OFFERED = Pattern.compile("^  public .*?[{;]", Pattern.MULTILINE);

  /** A difference between two forms, and why there is one. */
  private record Meant(String file, String floats, String doubles, String reason) {}

  static Stream<String> filesOfFloats() throws IOException {
    return files().stream()
        .filter(file -> file.getFileName().toString().contains("Float"))
        .map(TwinsTest::name);
  }

  @Test
  void thereAreAsManyFilesOfFloatsAsOfDoubles() throws IOException {
    Set<String> names = files().stream().map(TwinsTest::name).collect(toSet());
    assertThat(names.stream().filter(name -> name.contains("Double")))
        .hasSizeGreaterThan(8)
        .containsExactlyInAnyOrderElementsOf(
            names.stream()
                .filter(name -> name.contains("Float"))
                .map(name -> name.replace("Float", "Double"))
                .toList());
  }

  @ParameterizedTest
  @MethodSource("filesOfFloats")
  void aFileOfFloatsSaysWhatThatOfDoublesSays(String name) throws IOException {
    String floats = source(name);
    String doubles = source(name.replace("Float", "Double"));
    if (OTHER_ALGORITHMS.contains(name)) {
      assertThat(offered(toDoubles(name, floats))).isEqualTo(offered(doubles));
    } else {
      requireSame(name, plain(toDoubles(name, floats)), plain(doubles));
    }
  }

  @Test
  void aMethodForFloatsDoesWhatThatForDoublesDoes() throws IOException {
    List<String> alone = new ArrayList<>();
    int twins = 0;
    for (Path file : files()) {
      String name = name(file);
      List<MatchResult> methods = METHOD.matcher(Files.readString(file)).results().toList();
      Set<String> plain = methods.stream().map(method -> plain(method.group())).collect(toSet());
      for (MatchResult method : methods) {
        String signature = method.group(1).strip();
        if (name.contains("Float") || !isOfFloatsAlone(signature)) {
          continue;
        }
        if (plain.contains(plain(toDoubles(name, method.group())))) {
          twins++;
        } else {
          alone.add(name + ": " + signature);
        }
      }
    }
    assertThat(alone).as("methods for floats without one for doubles that does the same").isEmpty();
    assertThat(twins).as("methods compared").isGreaterThan(30);
  }

  /** A difference that is gone is to be taken from the list. */
  @Test
  void everyDifferenceIsThere() throws IOException {
    for (Meant meant : MEANT) {
      String floats = source(meant.file());
      String doubles = source(meant.file().replace("Float", "Double"));
      assertThat(squeezed(floats)).as(meant.reason()).contains(squeezed(meant.floats()));
      assertThat(squeezed(doubles)).as(meant.reason()).contains(squeezed(meant.doubles()));
    }
  }

  /** In parameters; a method that returns doubles for floats has no twin. */
  private static boolean isOfFloatsAlone(String signature) {
    String parameters = signature.substring(signature.indexOf('('));
    return OF_FLOATS.matcher(parameters).find() && !OF_DOUBLES.matcher(signature).find();
  }

  private static void requireSame(String name, String floats, String doubles) {
    int at = 0;
    while (at < Math.min(floats.length(), doubles.length())
        && floats.charAt(at) == doubles.charAt(at)) {
      at++;
    }
    assertThat(around(floats, at))
        .as("%s against its form of doubles", name)
        .isEqualTo(around(doubles, at));
  }

  private static String around(String text, int at) {
    return text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 60));
  }

  /** With the names, types and literals of doubles. */
  private static String toDoubles(String name, String text) {
    String doubles = text;
    for (Meant meant : MEANT) {
      if (meant.file().equals(name)) {
        doubles = doubles.replace(meant.floats(), meant.doubles());
      }
    }
    return doubles
        .replaceAll("\\b(\\d[\\d._]*(?:e-?\\d+)?)f\\b", "$1")
        .replace("FLOAT", "DOUBLE")
        .replace("Float", "Double")
        .replace("float", "double");
  }

  /** Without line breaks and without casts, and imports in order. */
  private static String plain(String text) {
    String imports =
        IMPORT.matcher(text).results().map(MatchResult::group).sorted().collect(joining());
    return squeezed(imports + IMPORT.matcher(text).replaceAll(""))
        .replaceAll("\\((float|double)\\)", "");
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\n\\s*\\* ?", " ").replaceAll("\\s+", "");
  }

  private static Set<String> offered(String text) {
    return OFFERED.matcher(text).results().map(MatchResult::group).collect(toSet());
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  private static String source(String name) throws IOException {
    for (Path file : files()) {
      if (name(file).equals(name)) {
        return Files.readString(file);
      }
    }
    throw new AssertionError("there is no " + name);
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
