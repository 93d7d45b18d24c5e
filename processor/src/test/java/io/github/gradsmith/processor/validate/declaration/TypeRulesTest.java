package io.github.gradsmith.processor.validate.declaration;

import static io.github.gradsmith.processor.model.NetworkInterface.DOUBLE_NETWORK;
import static io.github.gradsmith.processor.model.NetworkInterface.DOUBLE_PREDICTOR;
import static io.github.gradsmith.processor.model.NetworkInterface.FLOAT_NETWORK;
import static io.github.gradsmith.processor.model.NetworkInterface.FLOAT_PREDICTOR;
import static io.github.gradsmith.processor.validate.Declared.method;
import static io.github.gradsmith.processor.validate.Judged.assertFaults;

import io.github.gradsmith.Simd;
import io.github.gradsmith.processor.model.MethodDeclaration;
import io.github.gradsmith.processor.model.NameOwner;
import io.github.gradsmith.processor.model.Options;
import io.github.gradsmith.processor.validate.Declared;
import io.github.gradsmith.processor.validate.Spot;
import io.github.gradsmith.processor.validate.network.OptimizerRulesTest;
import io.github.gradsmith.processor.validate.network.OptimizerTrains;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rules of the interface, its methods and the compilation. */
class TypeRulesTest {
  private final Declared net = new Declared();

  @Test
  void annotatesAnInterface() {
    assertFaults(new AnnotatesInterface(), net);
    net.kind = "record";
    assertFaults(new AnnotatesInterface(), net, "GS001 annotation | the record Net");
  }

  @Test
  void extendsOnePrecision() {
    Rule rule = new ExtendsOnePrecision();
    assertFaults(rule, net);
    assertFaults(rule, new Declared().extending(DOUBLE_PREDICTOR, DOUBLE_NETWORK));
    assertFaults(rule, new Declared().extending(), "GS005 type | Net extends none | interface Net");
    assertFaults(
        rule,
        new Declared().extending(FLOAT_NETWORK, DOUBLE_PREDICTOR),
        "GS006 type | FloatNetwork and DoublePredictor");
    net.extending().kind = "class";
    assertFaults(rule, net);
  }

  @Test
  void canBeImplemented() {
    Rule rule = new ImplementableInterface();
    assertFaults(rule, net);
    net.typeParameters = List.of("T", "U");
    net.privateType = Optional.of("Outer");
    net.sealed = true;
    assertFaults(
        rule, net, "GS002 type | <T, U>", "GS003 type | Outer is private", "GS004 type | Net");
    net.kind = "class";
    assertFaults(rule, net);
  }

  @Test
  void generatedNamesAreFree() {
    Rule rule = new GeneratedNameFree();
    net.nameOwners = Map.of("NetSimd", NameOwner.USER, "NetWeights", NameOwner.USER);
    net.takenNames = Set.of("NetImpl");
    assertFaults(rule, net);
    net.seesVectorApi = true;
    assertFaults(rule, net, "GS011 type | generates NetSimd for Net");
    net.nameOwners = Map.of("NetSimd", NameOwner.USER, "NetImpl", NameOwner.USER);
    assertFaults(rule, net, "GS011 type | generates NetImpl", "GS011 type | NetSimd");
    net.nameOwners = Map.of("NetWeights", NameOwner.USER);
    net.weights("net.safetensors", new byte[0]);
    assertFaults(rule, net, "GS011 type | generates NetWeights");
  }

  /** A class file is replaced; a source that is compiled already is not. */
  @Test
  void classesOfAnEarlierBuildAreToldFromOthers() {
    net.nameOwners = Map.of("NetImpl", NameOwner.EARLIER_BUILD);
    assertFaults(new GeneratedNameFree(), net);
    net.nameOwners = Map.of("NetImpl", NameOwner.EARLIER_SOURCE);
    assertFaults(
        new GeneratedNameFree(),
        net,
        "GS069 type | NetImpl is what an earlier build generated for Net | among the sources");
  }

  /** Without a package no other name tells the generated class and a nested one apart. */
  @Test
  void nestedNamesMatterInTheUnnamedPackage() {
    net.packageName = "";
    assertFaults(new GeneratedNameFree(), net);
    net.takenNames = Set.of("NetImpl");
    assertFaults(new GeneratedNameFree(), net, "GS011 type | generates NetImpl");
  }

  @Test
  void abstractMethodsAreThoseOfTheNetwork() {
    Rule rule = new NoForeignAbstractMethods();
    net.promises(method("forward(float[])"));
    net.declares(method("forward(float[])"))
        .declares(method("hashCode()"))
        .declares(method("toString()"))
        .declares(method("equals(java.lang.Object)"))
        .declares(method("own()", true, false));
    assertFaults(rule, net);
    net.declares(method("foward(float[])")).declares(method("clone()"));
    assertFaults(
        rule,
        net,
        "GS007 foward(float[]) | Net declares the abstract method foward(float[])"
            + " | generated NetImpl | a method of FloatNetwork"
            + " | Did you mean forward(float[])?",
        "GS007 clone() | Remove it, or make it default or static.");
    assertFaults(rule, net.extending());
  }

  @Test
  void defaultMethodsDoNotOverride() {
    Rule rule = new NoOverridingDefaults();
    net.promises(method("replica()"));
    net.declares(method("replica()")).declares(method("own()", true, false));
    assertFaults(rule, net);
    net.declares(method("replica()", true, false));
    assertFaults(rule, net, "GS008 replica() | default method replica() of Net | NetImpl");
  }

  @Test
  void replicasAreGenerated() {
    Rule rule = new ReplicaHoldsGenerated();
    net.declares(method("replica()", true, false)).declares(method("other()"));
    net.declares(returning("replica", true)).declares(returning("copy", true));
    assertFaults(rule, net);
    net.declares(returning("replica", false));
    assertFaults(rule, net, "GS009 replica() | Net.replica() returns Other | another NetImpl");
    assertFaults(rule, net.extending());
  }

  @Test
  void copiesAreGenerated() {
    net.declares(returning("copy", false));
    assertFaults(
        new ReplicaHoldsGenerated(),
        net,
        "GS009 copy() | Net.copy() returns Other, but a copy is another NetImpl");
  }

  private static MethodDeclaration returning(String name, boolean mayReturnGenerated) {
    return new MethodDeclaration(
        name,
        List.of(),
        "Net",
        false,
        false,
        "Other",
        "Other",
        mayReturnGenerated,
        List.of(),
        Spot.at(name + "()"));
  }

  @Test
  void inputAndOutputThrow() {
    Rule rule = new InputOutputThrows();
    net.promises(method("save(Path)", false, true)).promises(method("forward(float[])"));
    net.declares(method("save(Path)", false, true))
        .declares(method("save(Path)", true, false))
        .declares(method("forward(float[])"));
    assertFaults(rule, net);
    net.declares(method("save(Path)"));
    assertFaults(rule, net, "GS010 save(Path) | Net redeclares save(Path) | generated NetImpl");
  }

  @Test
  void switchesAreTrueOrFalse() {
    Rule rule = new SwitchesAreTrueOrFalse();
    net.options = Map.of(Options.REPORT, "true", Options.VERIFY, "false", Options.WEIGHTS_DIR, "x");
    assertFaults(rule, net);
    net.options = Map.of(Options.REPORT, "TRUE", Options.GENERATED_ANNOTATION, "nothing");
    assertFaults(
        rule,
        net,
        "GS021 annotation | -Agradsmith.generatedAnnotation is 'nothing', but it takes 'true' (the"
            + " default) or 'false'.",
        "GS021 annotation | -Agradsmith.report is 'TRUE', but it takes 'false' (the default) or"
            + " 'true'. Did you mean 'true'?");
  }

  @Test
  void requiredVectorsAreVisible() {
    Rule rule = new VectorApiVisible();
    assertFaults(rule, net);
    net.simd = Simd.OFF;
    assertFaults(rule, net);
    net.simd = Simd.REQUIRED;
    assertFaults(rule, net, "GS044 simd | Compile with 'javac --add-modules jdk.incubator.vector'");
    net.module = Optional.of("my.module");
    assertFaults(rule, net, "GS044 simd | into the module-info.java of my.module");
    net.seesVectorApi = true;
    assertFaults(rule, net);
  }

  @Test
  void predictorsAreNotTrained() {
    Declared predictor =
        new Declared()
            .extending(FLOAT_PREDICTOR)
            .with(OptimizerRulesTest.adagrad("optimizer", 1e-8));
    assertFaults(
        new OptimizerTrains(),
        predictor,
        "GS035 optimizer | @Adagrad stands on Net, which extends FloatPredictor"
            + " | Remove @Adagrad, or extend FloatNetwork to train");
    assertFaults(new OptimizerTrains(), predictor.extending(FLOAT_PREDICTOR, FLOAT_NETWORK));
  }
}
