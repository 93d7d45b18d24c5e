package io.github.gradsmith.processor.onnx.proto;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.text.FormulaParser;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What element-wise operators compute, by ONNX's definitions, as formulas in {@code x} and {@code
 * y}, and in attributes that each has a default for.
 */
public final class Operators {
  private static final Map<String, String> UNARY =
      Map.ofEntries(
          Map.entry("Abs", "abs(x)"),
          Map.entry("Atan", "atan(x)"),
          Map.entry("Celu", "max(x, 0) + min(alpha * expm1(x / alpha), 0)"),
          Map.entry("Cos", "cos(x)"),
          Map.entry("Cosh", "cosh(x)"),
          Map.entry("Elu", "where(x > 0, x, alpha * expm1(x))"),
          Map.entry("Erf", "erf(x)"),
          Map.entry("Exp", "exp(x)"),
          Map.entry("HardSigmoid", "max(min(alpha * x + beta, 1), 0)"),
          Map.entry("HardSwish", "x * max(min(x / 6 + 1/2, 1), 0)"),
          Map.entry("LeakyRelu", "where(x > 0, x, alpha * x)"),
          Map.entry("Log", "log(x)"),
          Map.entry("Mish", "x * tanh(softplus(x))"),
          Map.entry("Neg", "-x"),
          Map.entry("Reciprocal", "1 / x"),
          Map.entry("Relu", "max(x, 0)"),
          Map.entry("Selu", "gamma * where(x > 0, x, alpha * expm1(x))"),
          Map.entry("Sigmoid", "sigmoid(x)"),
          Map.entry("Sign", "sign(x)"),
          Map.entry("Sin", "sin(x)"),
          Map.entry("Sinh", "sinh(x)"),
          Map.entry("Softplus", "softplus(x)"),
          Map.entry("Softsign", "x / (1 + abs(x))"),
          Map.entry("Sqrt", "sqrt(x)"),
          Map.entry("Tanh", "tanh(x)"),
          Map.entry("ThresholdedRelu", "where(x > alpha, x, 0)"));

  private static final String GELU = "x / 2 * (1 + erf(x / sqrt(2)))";

  /** Gelu with the attribute {@code approximate = "tanh"}. */
  private static final String GELU_BY_TANH =
      "x / 2 * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x^3)))";

  /** Attributes in formulas, with ONNX's defaults. */
  private static final Map<String, Map<String, Double>> ATTRIBUTES =
      Map.of(
          "Celu", Map.of("alpha", 1.0),
          "Elu", Map.of("alpha", 1.0),
          "HardSigmoid", Map.of("alpha", 0.2, "beta", 0.5),
          "LeakyRelu", Map.of("alpha", 0.01),
          "Selu", Map.of("alpha", 1.67326319217681884765625, "gamma", 1.05070102214813232421875),
          "ThresholdedRelu", Map.of("alpha", 1.0));

  private static final Map<String, String> BINARY =
      Map.of(
          "Add", "x + y",
          "Sub", "x - y",
          "Sum", "x + y",
          "Mul", "x * y",
          "Div", "x / y",
          "Pow", "x^y",
          "Max", "max(x, y)",
          "Min", "min(x, y)",
          "PRelu", "where(x > 0, x, y * x)");

  /** Comparisons that a Where may depend on. */
  private static final Map<String, String> COMPARISONS =
      Map.of("Greater", ">", "GreaterOrEqual", ">=", "Less", "<", "LessOrEqual", "<=");

  /** Those that the walk along the graph deals with itself. */
  private static final Set<String> OTHERS =
      Set.of(
          "ArgMax",
          "BatchNormalization",
          "Cast",
          "Clip",
          "Concat",
          "Constant",
          "Dropout",
          "Flatten",
          "Gather",
          "Gelu",
          "Gemm",
          "Identity",
          "LayerNormalization",
          "LogSoftmax",
          "MatMul",
          "ReduceMean",
          "ReduceProd",
          "Reshape",
          "Shape",
          "Slice",
          "Softmax",
          "Split",
          "Squeeze",
          "Transpose",
          "Unsqueeze",
          "Where");

  /** Layers of kinds that are not generated. */
  private static final Set<String> OTHER_LAYERS =
      Set.of(
          "AveragePool",
          "Conv",
          "ConvTranspose",
          "GRU",
          "GlobalAveragePool",
          "GlobalMaxPool",
          "LSTM",
          "MaxPool",
          "RNN");

  private Operators() {}

  /** Refuses layers of other kinds at once, not what leads to them. */
  public static void requireKnownLayer(Node node) throws OnnxException {
    if (OTHER_LAYERS.contains(node.operator())) {
      throw node.unsupported("this operator is not supported; supported are %s", all());
    }
  }

  public static boolean isUnary(String operator) {
    return UNARY.containsKey(operator) || operator.equals("Gelu");
  }

  public static boolean isBinary(String operator) {
    return BINARY.containsKey(operator);
  }

  /** Whether it has two operands or more. */
  public static boolean takesMany(String operator) {
    return Set.of("Max", "Min", "Sum").contains(operator);
  }

  public static boolean isComparison(String operator) {
    return COMPARISONS.containsKey(operator);
  }

  public static String comparison(String operator) {
    return COMPARISONS.get(operator);
  }

  /** All names, for messages. */
  public static String all() {
    Set<String> names = new TreeSet<>(OTHERS);
    names.addAll(UNARY.keySet());
    names.addAll(BINARY.keySet());
    names.addAll(COMPARISONS.keySet());
    return String.join(", ", names);
  }

  /** The formula of a node with one operand, in {@code x}. */
  public static Expr unary(Node node) throws OnnxException {
    String operator = node.operator();
    if (operator.equals("Gelu")) {
      return FormulaParser.parse(gelu(node));
    }
    Expr formula = FormulaParser.parse(UNARY.get(operator));
    for (Map.Entry<String, Double> attribute :
        ATTRIBUTES.getOrDefault(operator, Map.of()).entrySet()) {
      String name = attribute.getKey();
      Expr number = Numbers.expr(node.number(name, attribute.getValue()), node);
      formula = formula.substitute(Map.of(name, number));
    }
    return formula;
  }

  private static String gelu(Node node) throws OnnxException {
    String approximation = node.text("approximate", "none");
    return switch (approximation) {
      case "none" -> GELU;
      case "tanh" -> GELU_BY_TANH;
      default -> throw node.unsupported("approximate = \"%s\"", approximation);
    };
  }

  /** Whether numbers of the operator's attributes, which are floats, are part of its formula. */
  public static boolean hasAttributes(String operator) {
    return ATTRIBUTES.containsKey(operator);
  }

  /** The formula of an operator with two operands, in {@code x} and {@code y}. */
  public static Expr binary(String operator) {
    return FormulaParser.parse(BINARY.get(operator));
  }

  /** A choice by a comparison, in {@code l}, {@code r}, {@code x} and {@code y}. */
  public static Expr choice(String comparison) {
    return FormulaParser.parse("where(l " + comparison + " r, x, y)");
  }
}
