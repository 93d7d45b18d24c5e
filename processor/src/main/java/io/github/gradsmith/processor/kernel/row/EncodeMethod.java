package io.github.gradsmith.processor.kernel.row;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.internal.row.DoubleColumns;
import io.github.gradsmith.internal.row.FloatColumns;
import io.github.gradsmith.internal.row.RowValues;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.model.row.RowColumn;
import io.github.gradsmith.processor.model.row.RowEncoding;
import io.github.gradsmith.processor.model.row.RowModel;
import io.github.gradsmith.processor.model.row.RowType;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The one method that turns a row into numbers, in training and in serving. */
final class EncodeMethod {
  private final RowModel rows;
  private final RowNames names;
  private final ElementType scalar;
  private final ClassName columns;
  private CodeBlock.Builder code;
  private RowAccess access;

  EncodeMethod(NetworkPlan plan, ElementType scalar) {
    this.rows = plan.model().rows().orElseThrow();
    this.names = new RowNames(plan);
    this.scalar = scalar;
    this.columns = columns(scalar);
  }

  static ClassName columns(ElementType scalar) {
    return ClassName.get(scalar.isFloat() ? FloatColumns.class : DoubleColumns.class);
  }

  String name() {
    return names.method("encodeRow");
  }

  private String standard() {
    return names.method("standard");
  }

  private String ranged() {
    return names.method("ranged");
  }

  MethodSpec encode() {
    String row = names.variable(rows.row());
    code = CodeBlock.builder();
    access = new RowAccess(names, code, row);
    code.addStatement("$T.present($L, $S)", RowValues.class, row, row);
    if (rows.numbers() > 0) {
      code.addStatement("$L.requireRows()", RowNames.STATE);
    }
    for (RowColumn column : rows.inputs()) {
      add(column, access.of(column.path()));
    }
    return MethodSpec.methodBuilder(name())
        .addJavadoc("A row as the network sees it, component by component.")
        .addModifiers(Modifier.PRIVATE)
        .addParameter(RowNames.type(rows.row()), row)
        .addParameter(scalar.array(), "x")
        .addCode(code.build())
        .build();
  }

  private void add(RowColumn column, CodeBlock value) {
    RowEncoding encoding = column.encoding();
    if (encoding instanceof RowEncoding.Several several) {
      addArray(column, several, value);
    } else if (encoding instanceof RowEncoding.Flag) {
      addFlag(column, value);
    } else if (encoding instanceof RowEncoding.OneHot) {
      call("oneHot", column, order(column), RowAccess.constant(column.type(), value));
    } else if (encoding instanceof RowEncoding.Position) {
      addPosition(column, RowAccess.constant(column.type(), value));
    } else if (encoding instanceof RowEncoding.Cycle cycle) {
      call("cyclic", column, angle(column, value), period(column, cycle));
    } else if (encoding instanceof RowEncoding.Bins) {
      CodeBlock edges = CodeBlock.of("$L", names.constants(column, "EDGES"));
      call("binned", column, RowAccess.number(column.type(), value), edges);
    } else if (encoding instanceof RowEncoding.Hash hash) {
      call("hashed", column, CodeBlock.of("$L", hash.bins()), value);
    } else if (encoding instanceof RowEncoding.Words) {
      call("words", column, CodeBlock.of("$L", names.constants(column, "WORDS")), value);
    } else {
      addNumber(column, value);
    }
  }

  /** A helper of the runtime that writes several inputs. */
  private void call(String method, RowColumn column, CodeBlock first, CodeBlock second) {
    code.add(
        "$T.$L(x, $L, $L,$W$L",
        columns,
        column.isMissable() ? method + "OrMissing" : method,
        column.at(),
        first,
        second);
    if (!column.isMissable()) {
      code.add(",$W$S", column.name());
    }
    String of = column.enumNumber() < 0 ? "" : rows.enums().get(column.enumNumber()).text() + ", ";
    code.add("); // $L$L to $L\n", of, column.at(), column.at() + column.width() - 1);
  }

  private static CodeBlock period(RowColumn column, RowEncoding.Cycle cycle) {
    return column.type() instanceof RowType.Time
        ? CodeBlock.of("$T.DAY", RowValues.class)
        : CodeBlock.of("$L", cycle.period());
  }

  private CodeBlock order(RowColumn column) {
    return CodeBlock.of("$L.columns($L)", RowNames.STATE, column.enumNumber());
  }

  private void addPosition(RowColumn column, CodeBlock constant) {
    if (column.isMissable()) {
      code.addStatement(
          "$T.indexOrMissing(x, $L, $L, $L)", columns, column.at(), order(column), constant);
    } else {
      code.addStatement("x[$L] = $L", column.at(), index(column, constant));
    }
  }

  private CodeBlock index(RowColumn column, CodeBlock constant) {
    return CodeBlock.of("$T.index($L, $L, $S)", columns, order(column), constant, column.name());
  }

  private CodeBlock angle(RowColumn column, CodeBlock value) {
    if (column.type() instanceof RowType.Time) {
      return column.isMissable()
          ? CodeBlock.of("$T.time($L)", RowValues.class, value)
          : CodeBlock.of("$1T.time($1T.present($2L, $3S))", RowValues.class, value, column.name());
    }
    if (column.enumNumber() < 0) {
      return RowAccess.number(column.type(), value);
    }
    CodeBlock constant = RowAccess.constant(column.type(), value);
    return column.isMissable()
        ? CodeBlock.of("$L == null ? $T.NaN : $L", constant, Double.class, index(column, constant))
        : index(column, constant);
  }

  private void addFlag(RowColumn column, CodeBlock value) {
    if (!column.isMissable()) {
      code.addStatement("x[$L] = $L ? 1 : 0", column.at(), value);
      return;
    }
    code.addStatement("x[$L] = $T.TRUE.equals($L) ? 1 : 0", column.at(), Boolean.class, value);
    code.addStatement("x[$L] = $L == null ? 1 : 0", column.at() + 1, value);
  }

  private void addNumber(RowColumn column, CodeBlock value) {
    if (!column.isMissable()) {
      code.addStatement("x[$L] = $L", column.at(), scaled(column, value, value));
      return;
    }
    String local = access.local(column.name().replace('.', '_'));
    CodeBlock name = CodeBlock.of("$L", local);
    code.addStatement("double $L = $L", local, RowAccess.number(column.type(), value));
    CodeBlock absent =
        column.encoding() instanceof RowEncoding.Range
            ? CodeBlock.of(
                "$L", scalar.fromDouble(RowNames.STATE + ".rangedMean(" + column.number() + ")"))
            : CodeBlock.of("0");
    code.add(
        "x[$L] = $T.isNaN($L) ? $L : $L;$L\n",
        column.at(),
        Double.class,
        local,
        absent,
        scaled(column, name, null),
        column.encoding() instanceof RowEncoding.Standard ? " // 0 is the mean" : "");
    code.addStatement("x[$L] = $T.isNaN($L) ? 1 : 0", column.at() + 1, Double.class, local);
  }

  /** A number that is there. */
  private CodeBlock scaled(RowColumn column, CodeBlock value, CodeBlock unchecked) {
    RowEncoding encoding = column.encoding();
    if (encoding instanceof RowEncoding.Standard) {
      return CodeBlock.of("$L($L, $L)", standard(), value, column.number());
    }
    if (encoding instanceof RowEncoding.Range) {
      return CodeBlock.of("$L($L, $L)", ranged(), value, column.number());
    }
    boolean mayBeNaN =
        unchecked != null
            && column.type() instanceof RowType.Primitive primitive
            && primitive.isFloating();
    CodeBlock number =
        mayBeNaN
            ? CodeBlock.of("$T.present($L, $S)", RowValues.class, value, column.name())
            : value;
    if (encoding instanceof RowEncoding.Rescaled by) {
      CodeBlock product = CodeBlock.of("$L * $L + $L", number, by.scale(), by.offset());
      return scalar.isFloat() ? CodeBlock.of("(float) ($L)", product) : product;
    }
    return scalar.isFloat() ? CodeBlock.of("(float) $L", number) : number;
  }

  /** The place of entry i of an array. */
  private static String from(int first) {
    return first == 0 ? "i" : first + " + i";
  }

  private void addArray(RowColumn column, RowEncoding.Several several, CodeBlock value) {
    String local = beginArray(column, several, value);
    CodeBlock number =
        several.isScaled()
            ? CodeBlock.of("$L($L[i], $L)", standard(), local, from(column.number()))
            : CodeBlock.of(
                "$L$T.present($L[i], $S)",
                scalar.isFloat() ? "(float) " : "",
                RowValues.class,
                local,
                column.name());
    code.addStatement("x[$L] = $L", from(column.at()), number);
    code.endControlFlow();
  }

  /** A variable for an array of the right size, and the beginning of a loop over its entries. */
  private String beginArray(RowColumn column, RowEncoding.Several several, CodeBlock value) {
    String local = access.local(column.name().replace('.', '_'));
    code.addStatement(
        "$T $L = $T.size($L, $L, $S)",
        RowNames.type(column.type()),
        local,
        RowValues.class,
        value,
        several.size(),
        column.name());
    code.beginControlFlow("for (int i = 0; i < $L; i++)", several.size());
    return local;
  }

  /** How numbers are scaled; each method only where it is called. */
  List<MethodSpec> scalings() {
    List<MethodSpec> methods = new ArrayList<>();
    boolean standardizes =
        rows.inputs().stream()
            .anyMatch(
                column ->
                    column.number() >= 0 && !(column.encoding() instanceof RowEncoding.Range));
    boolean ranges =
        rows.inputs().stream().anyMatch(column -> column.encoding() instanceof RowEncoding.Range);
    if (standardizes) {
      methods.add(scaling(standard(), "(value − mean) · (1 / deviation)", "standard"));
    }
    if (ranges) {
      methods.add(scaling(ranged(), "(value − min) / (max − min)", "ranged"));
    }
    return methods;
  }

  private MethodSpec scaling(String name, String formula, String call) {
    return MethodSpec.methodBuilder(name)
        .addJavadoc("$L of the rows, for the scaled number of that place.", formula)
        .addModifiers(Modifier.PRIVATE)
        .returns(scalar.type())
        .addParameter(TypeName.DOUBLE, "value")
        .addParameter(TypeName.INT, "number")
        .addStatement(
            "return $L$L.$L(value, number)",
            scalar.isFloat() ? "(float) " : "",
            RowNames.STATE,
            call)
        .build();
  }

  String numbersName() {
    return names.method("numbersOf");
  }

  /** The numbers of which statistics are taken. */
  MethodSpec numbers() {
    String row = names.variable(rows.row());
    code = CodeBlock.builder();
    access = new RowAccess(names, code, row);
    code.addStatement("$T.present($L, $S)", RowValues.class, row, row);
    for (RowColumn column : rows.inputs()) {
      if (column.number() < 0) {
        continue;
      }
      CodeBlock value = access.of(column.path());
      if (column.encoding() instanceof RowEncoding.Several several) {
        String local = beginArray(column, several, value);
        code.addStatement("v[$L] = $L[i]", from(column.number()), local);
        code.endControlFlow();
      } else {
        code.addStatement("v[$L] = $L", column.number(), RowAccess.number(column.type(), value));
      }
    }
    return MethodSpec.methodBuilder(numbersName())
        .addJavadoc("The numbers of a row that are scaled by statistics; NaN for a missing one.")
        .addModifiers(Modifier.PRIVATE)
        .addParameter(RowNames.type(rows.row()), row)
        .addParameter(double[].class, "v")
        .addCode(code.build())
        .build();
  }
}
