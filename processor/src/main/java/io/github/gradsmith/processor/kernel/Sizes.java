package io.github.gradsmith.processor.kernel;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * What a generated class costs, read off its fields and methods.
 *
 * @param heapBytes of all arrays of one network, with headers and references to rows
 * @param fixedHeapBytes of those that are the same where SIMD kernels run
 * @param largestMethodBytes an estimate of the longest bytecode
 */
record Sizes(long heapBytes, long fixedHeapBytes, int largestMethodBytes) {
  private static final Pattern ARRAY =
      Pattern.compile(
          "(?:CHOICE)?new (?:float|double)\\[(?:CHOICE)?(\\w+)\\](?:\\[(\\w+)\\])?"
              .replace("CHOICE", VectorCalls.VECTOR + "\\s*\\?[^:]*: "));

  private static final int HEADER = 16;
  private static final int REFERENCE = 4;
  private static final int ALIGNMENT = 8;

  /** Of the class with these fragments, constants apart. */
  static Sizes of(NetworkPlan plan, Scalar scalar, Fragments fragments) {
    List<FieldSpec> fields =
        Stream.concat(
                fragments.fields().stream(),
                fragments.types().stream().map(TypeSpec::fieldSpecs).flatMap(List::stream))
            .filter(field -> !field.modifiers().contains(Modifier.STATIC))
            .toList();
    List<FieldSpec> fixed = fields.stream().filter(field -> !isChosen(field)).toList();
    return new Sizes(
        heap(plan, scalar, fields, layer -> true),
        heap(plan, scalar, fixed, layer -> !layer.hasStrips()),
        largest(fragments));
  }

  private static boolean isChosen(FieldSpec field) {
    return field.initializer().toString().contains(VectorCalls.VECTOR);
  }

  /** Bytes of {@code fields}, of all biases, and of the weights of some layers. */
  private static long heap(
      NetworkPlan plan, Scalar scalar, List<FieldSpec> fields, Predicate<LayerPlan> withWeights) {
    long bytes = 0;
    for (LayerPlan layer : plan.layers()) { // constructors create them, unless they are shared
      if (withWeights.test(layer)) {
        bytes += matrix(layer.rows(), layer.rowLength(), scalar.bytes());
      }
      bytes += array(layer.outputs(), scalar.bytes());
    }
    for (FieldSpec field : fields) {
      Matcher array = ARRAY.matcher(field.initializer().toString());
      if (array.matches()) {
        int entry = scalarBytes(array.group());
        long length = length(array.group(1), plan);
        bytes +=
            array.group(2) == null
                ? array(length, entry)
                : matrix(length, length(array.group(2), plan), entry);
      }
    }
    return bytes;
  }

  private static int scalarBytes(String creation) {
    return creation.contains("new float[") ? Float.BYTES : Double.BYTES;
  }

  private static long length(String text, NetworkPlan plan) {
    return text.equals("TILE") ? plan.tile() : Long.parseLong(text);
  }

  private static long array(long length, int entry) {
    return (HEADER + length * entry + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  private static long matrix(long rows, long columns, int entry) {
    return array(rows, REFERENCE) + rows * array(columns, entry);
  }

  /** Initialisers of fields run in the one constructor that does not call another. */
  private static int largest(Fragments fragments) {
    List<FieldSpec> fields =
        fragments.fields().stream()
            .filter(field -> !field.modifiers().contains(Modifier.STATIC))
            .toList();
    MethodLength length =
        new MethodLength(fields.stream().map(FieldSpec::name).collect(Collectors.toSet()));
    int largest = 0;
    for (MethodSpec method : fragments.methods()) {
      String code = method.code().toString();
      boolean initialises = method.isConstructor() && !code.startsWith("this(");
      largest =
          Math.max(largest, length.of(code) + (initialises ? initialisers(fields, length) : 0));
    }
    for (TypeSpec type : fragments.types()) {
      largest = Math.max(largest, initialisers(type.fieldSpecs(), length));
    }
    return largest;
  }

  private static int initialisers(List<FieldSpec> fields, MethodLength length) {
    return fields.stream()
        .filter(field -> !field.initializer().isEmpty())
        .mapToInt(field -> length.ofInitialiser(field.initializer().toString()))
        .sum();
  }
}
