package io.github.gradsmith.processor.diagnostic;

import static javax.tools.Diagnostic.Kind.ERROR;
import static javax.tools.Diagnostic.Kind.NOTE;
import static javax.tools.Diagnostic.Kind.WARNING;

import javax.tools.Diagnostic;

/** What the processor says of networks, formulas and files. */
public enum Message implements CatalogueEntry {
  NOT_AN_INTERFACE(
      "GS001",
      ERROR,
      "@Network is on the %s %s, but Gradsmith can only implement an interface. Write: interface"
          + " %2$s extends FloatNetwork."),
  GENERIC_INTERFACE(
      "GS002",
      ERROR,
      "The network interface %s is generic, but a generated class implements one fixed network."
          + " Remove its type parameters: <%s>."),
  PRIVATE_INTERFACE(
      "GS003",
      ERROR,
      "The generated class cannot see %s, because %s is private. Make it package-private or"
          + " public."),
  SEALED_INTERFACE(
      "GS004",
      ERROR,
      "The network interface %s is sealed, so the class that Gradsmith generates cannot implement"
          + " it. Remove 'sealed' and 'permits'."),
  EXTENDS_NONE(
      "GS005",
      ERROR,
      "%s extends none of FloatNetwork, DoubleNetwork (predict and train), FloatPredictor,"
          + " DoublePredictor (predict only). Write: interface %s extends FloatNetwork."),
  EXTENDS_BOTH_PRECISIONS(
      "GS006",
      ERROR,
      "%s extends %s, but a network computes in one precision. Keep the float or the double"
          + " interface and declare a second network for the other."),
  FOREIGN_ABSTRACT_METHOD(
      "GS007",
      ERROR,
      "%s declares the abstract method %s, which the generated %s cannot implement: it is not a"
          + " method of %s. %s"),
  OVERRIDING_DEFAULT(
      "GS008",
      ERROR,
      "The default method %s of %s overrides a method that the generated %s implements, so it would"
          + " never run. Give it another name or remove its body."),
  REPLICA_TYPE(
      "GS009",
      ERROR,
      "%s.%s() returns %s, but a %2$s is another %s. Let it return %s, %4$s or a type that %5$s"
          + " extends."),
  DROPS_IO_EXCEPTION(
      "GS010",
      ERROR,
      "%s redeclares %s without 'throws IOException', but the generated %s does input and output"
          + " there. Add 'throws java.io.IOException'."),
  GENERATED_NAME_TAKEN(
      "GS011",
      ERROR,
      "The processor generates %2$s for %1$s, but a type of that name exists already. Rename one of"
          + " the two."),
  TOO_FEW_LAYERS(
      "GS012",
      ERROR,
      "layers names %s, but a network has at least two layers: input and output. Write for"
          + " example: layers = {784, 30, 10}, or name a"
          + " model."),
  TOO_MANY_LAYERS(
      "GS013",
      ERROR,
      "layers names %s layers, but at most %s are supported. Use fewer, wider layers."),
  WIDTH_NOT_POSITIVE(
      "GS014",
      ERROR,
      "Layer %s has %s neurons, but every layer needs at least 1. Write the number of its"
          + " neurons."),
  TOO_MANY_PARAMETERS(
      "GS015",
      ERROR,
      "Layer %s brings the network to %s parameters (%s × %s weights and %4$s biases of its own),"
          + " but at most %s fit one array. Make this layer or the one before it narrower."),
  ACTIVATION_COUNT("GS016", ERROR, "%s has %s, but a network of %s layers needs %s. %s."),
  SOFTMAX_BEFORE_LAST(
      "GS017",
      ERROR,
      "Layer %2$s has the %3$s %1$s, but only the last layer can have it. Use another %3$s in layer"
          + " %2$s, such as %4$s."),
  SOFTMAX_FOR_ALL(
      "GS018",
      ERROR,
      "A single %s would apply to all %s layers after the input, but only the last layer can use"
          + " it. Write one %s for each, such as: %3$s = {%s}."),
  CROSS_ENTROPY_WITHOUT_SOFTMAX(
      "GS019",
      ERROR,
      "CROSS_ENTROPY needs SOFTMAX or LOG_SOFTMAX in the last layer, which has %s. %s there, or"
          + " leave loss out for HALF_SQUARED_ERROR."),
  SOFTMAX_WITHOUT_LOSS(
      "GS020",
      WARNING,
      "The last layer is %1$s, but no loss is written. The default HALF_SQUARED_ERROR learns slowly"
          + " with %1$s. Write loss = CROSS_ENTROPY, or loss = HALF_SQUARED_ERROR if you want the"
          + " default."),
  OPTION_VALUE(
      "GS021", ERROR, "The option -A%s is '%s', but it takes '%s' (the default) or '%s'.%s"),
  CANNOT_WRITE(
      "GS022",
      ERROR,
      "%s could not be written: %s. See whether the compiler's output is writable."),
  UNKNOWN_CONSTANT(
      "GS023",
      ERROR,
      "This processor does not know %s. Give gradsmith-runtime and gradsmith-processor the same"
          + " version."),
  INTERNAL_ERROR(
      "GS024",
      ERROR,
      "The processor failed on %s; this is a defect in Gradsmith, not in your code. Please report"
          + " it with this interface and this text: %s"),
  SOFTMAX_WITHOUT_LOSS_OF_PREDICTOR(
      "GS025",
      WARNING,
      "The last layer is %s and no loss is written, so HALF_SQUARED_ERROR is assumed. A"
          + " predictor's loss is only recorded and compared with weight files. Write the loss that"
          + " the weights were trained with: loss = CROSS_ENTROPY or loss = HALF_SQUARED_ERROR."),
  ACTIVATION_AND_FORMULA(
      "GS026",
      ERROR,
      "activation and formula are both written, but every layer has one of them. Keep activation"
          + " for the toolbox, or formula for functions of your own."),
  NO_ACTIVATION(
      "GS027",
      ERROR,
      "Neither activation nor formula is written, but the layers after the input need one of them."
          + " Write for example activation = SIGMOID, or formula = \"z / (1 + exp(-z))\"."),
  LOSS_AND_FORMULA(
      "GS028",
      ERROR,
      "loss and lossFormula are both written, but a network minimises one loss. Remove one of the"
          + " two."),
  FORMULA_UNREADABLE(
      "GS029", ERROR, "The formula cannot be read at character %s: %s\n    %s\n    %s"),
  FORMULA_WITH_SOFTMAX(
      "GS030",
      ERROR,
      "The formula has softmax at character %s, but softmax looks at a whole layer, so that it"
          + " cannot be a part of a formula. Write \"softmax(z)\" or"
          + " \"logsoftmax(z)\" alone, for the last layer.\n"
          + "    %s\n    %s"),
  FORMULA_CONSTANT(
      "GS031",
      ERROR,
      "The formula %s does not depend on %s, so that nothing could be learnt through it. Write a"
          + " formula in %s, such as \"%s\"."),
  LOSS_WITHOUT_TARGET(
      "GS032",
      WARNING,
      "The formula %s does not depend on t, so that training would not look at the targets. Write a"
          + " formula in a and t, such as \"%s\"."),
  BINARY_CROSS_ENTROPY_WITHOUT_SIGMOID(
      "GS033",
      ERROR,
      "BINARY_CROSS_ENTROPY needs SIGMOID in the last layer, or a formula that simplifies to it,"
          + " but it has %s. %s there, or leave loss out for HALF_SQUARED_ERROR."),
  SECOND_OPTIMIZER(
      "GS034",
      ERROR,
      "%s stands beside %s, but a network is trained by one optimizer. Remove one of the two."),
  OPTIMIZER_OF_PREDICTOR(
      "GS035",
      ERROR,
      "%s stands on %s, which extends %s and only predicts. Remove %1$s, or extend %s to train."),
  OPTIMIZER_WITHOUT_NETWORK(
      "GS036",
      ERROR,
      "%s is on a type without @Network, so it has no network to train. Add @Network to the type,"
          + " or remove %1$s."),
  HYPERPARAMETER_RANGE(
      "GS037",
      ERROR,
      "%s of %s is %s, but it must be %s. Write such a number, or leave it out for its default."),
  NESTEROV_WITHOUT_MOMENTUM(
      "GS038",
      ERROR,
      "nesterov looks ahead along the momentum, but momentum is 0. Write for example momentum ="
          + " 0.9, or leave nesterov out."),
  FORMULA_UNDEFINED(
      "GS039",
      WARNING,
      "%s is not defined at %s: it gives NaN, which would spread through the network. Write it so"
          + " that it has a value wherever %s may get, for example with abs, max or where."),
  FORMULA_NOT_FINITE(
      "GS040",
      WARNING,
      "%s is not finite at %s: it gives %s in %s, which would spread through the network. Write it"
          + " so that it stays finite wherever %s may get, for example with max, min or where."),
  FORMULA_JUMPS(
      "GS041",
      WARNING,
      "%s is not continuous at %s: it jumps from %s to %s. Its derivative does not show the jump,"
          + " so that training cannot see it. Let both sides meet there, or take a smooth"
          + " function."),
  DERIVATIVE_NOT_FINITE(
      "GS042",
      WARNING,
      "%s has no finite derivative at %s: %s gives %s, which would spread through all weights."
          + " Write it so that it is differentiable there."),
  DERIVATIVE_DIFFERS(
      "GS043",
      WARNING,
      "The derivative of %1$s is %2$s. At %4$s it gives %3$s, but the differences between nearby"
          + " values of the formula give %5$s. The formula loses digits there, so write it in"
          + " another form. If the derivative itself is wrong, please report it."),
  VECTOR_API_NOT_VISIBLE(
      "GS044",
      ERROR,
      "simd = REQUIRED needs the Vector API, but this compilation does not see the module"
          + " jdk.incubator.vector. %s, or leave simd out to have its kernels only where it does."),
  NETWORK_SIZES("GS045", NOTE, "What %s costs:%s"),
  FILE_NOT_FOUND(
      "GS046",
      ERROR,
      "The file %s was not found. It was sought: %s. %s -Agradsmith.weightsDir=<its folder>."),
  WEIGHT_FILE_KIND(
      "GS047",
      ERROR,
      "%s cannot be read as a weight file, because its name ends in neither .safetensors nor"
          + " .npz.%s Save the weights in one of these two formats."),
  WEIGHT_FILE_DAMAGED(
      "GS048", ERROR, "%s cannot be read: %s. Write the file again, or name another one."),
  WEIGHTS_OF_OTHER_NETWORK(
      "GS049",
      ERROR,
      "%s says that its weights belong to another network: %s is %s there, but %s here. Name the"
          + " file of this network, or change its declaration."),
  NAME_COUNT(
      "GS050",
      ERROR,
      "names has %s, but %s need one prefix each. Write for example: names = {%s}."),
  NAMES_WITHOUT_WEIGHTS(
      "GS051",
      ERROR,
      "names says how tensors of a weight file are called, but no weights are written. Write for"
          + " example weights = \"digits.safetensors\", or leave names out."),
  TENSOR_MISSING("GS052", ERROR, "%s has no tensor %s for layer %s, it has %s. %s"),
  TENSOR_SHAPE("GS053", ERROR, "Tensor %s of %s has shape %s, but layer %s, %s → %s, needs %s.%s"),
  TENSOR_NOT_FINITE(
      "GS054", ERROR, "Tensor %s of %s holds %s at %s, but weights must be finite numbers%s."),
  TENSOR_UNUSED(
      "GS055",
      ERROR,
      "%s holds the tensor %s, which no layer takes%s: the layers take %s. Name all layers of the"
          + " model, or leave the tensor out of the file."),
  VECTORS_WITHOUT_WEIGHTS(
      "GS056",
      ERROR,
      "vectors names %s, but no weights are written that the vectors could test. Write weights or"
          + " model, or leave vectors out."),
  VECTORS_FORM(
      "GS057",
      ERROR,
      "%s holds no test vectors of this network: %s. Write a safetensors file with the tensors x,"
          + " [n, in], and y, [n, out]."),
  VECTORS_DEVIATE(
      "GS058",
      ERROR,
      "Computed from its formulas, output %s of test vector %s is %s, but %s says %s; more than %s"
          + " is off. Weights and vectors are of different models, or an activation is not that of"
          + " the model."),
  BESIDE_MODEL(
      "GS059",
      ERROR,
      "%s is written beside model, but %s gives layers, activations and weights. Remove %s, or"
          + " model."),
  MODEL_DAMAGED(
      "GS060",
      ERROR,
      "%s is no ONNX model that can be read: %s. Export the model again, or name another file."),
  MODEL_UNSUPPORTED("GS061", ERROR, "%s cannot become a network: %s."),
  MODEL_NOT_FINITE(
      "GS062",
      ERROR,
      "The %s in %s are not finite: %s is %s. Train the model again, or take another"
          + " state of it%s."),
  BIAS_MISSING(
      "GS063",
      ERROR,
      "%s holds no bias for %s, it has %s. PyTorch's nn.Linear(bias=False) leaves biases out, but"
          + " every layer here adds one: write zeros into the file, %s, or export with biases."),
  SOFTMAX_OF_ONE(
      "GS064",
      ERROR,
      "%s over a single output is %s whatever the input, so that nothing can be learnt. %s SIGMOID"
          + " with BINARY_CROSS_ENTROPY, or two outputs."),
  FORMULA_INACCURATE(
      "GS065",
      WARNING,
      "%s cannot be computed in %s at %s: its %s comes out as %s there, but is %s. Write it so that"
          + " numbers of one size meet there%s."),
  LEFT_OVER(
      "GS069",
      ERROR,
      "%s is what an earlier build generated for %s, but it is %s, so that this compilation"
          + " cannot write it anew. %s."),
  OUTPUT_WITHOUT_MODEL(
      "GS110",
      ERROR,
      "output names \"%s\", an output of a model, but no model is written. Write model =, or leave"
          + " output out."),
  LABEL_LEFT_OUT(
      "GS111",
      NOTE,
      "%s ends in the place of its largest output, %s, which is left out: classify gives it, and"
          + " forward the outputs before it."),
  RUNTIME_VERSION(
      "GS070",
      ERROR,
      "gradsmith-runtime on the compile path is of version %s, but this gradsmith-processor is of"
          + " version %s. Change one line of your build, so that it names"
          + " io.github.gradsmith:gradsmith-runtime:%2$s, or a processor of the runtime's version."),
  CLASS_CLASH(
      "GS071",
      ERROR,
      "The processor failed on %s, because other versions of its classes come first on the"
          + " processor path: %s. Name gradsmith-processor alone there, which brings along all that"
          + " it needs, also the runtime.");

  private final String code;
  private final Diagnostic.Kind kind;
  private final String text;

  Message(String code, Diagnostic.Kind kind, String text) {
    this.code = code;
    this.kind = kind;
    this.text = text;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Diagnostic.Kind kind() {
    return kind;
  }

  @Override
  public String template() {
    return text;
  }
}
