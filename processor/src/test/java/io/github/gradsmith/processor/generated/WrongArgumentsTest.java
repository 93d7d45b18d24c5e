package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.FloatNetwork;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every method that takes arrays refuses those that do not fit and says which, before it changes
 * anything. The network is 5-4-3, with 39 parameters.
 */
class WrongArgumentsTest {
  private static CompiledNetworks networks;

  @BeforeAll
  static void compile() {
    String attributes = "layers = {5, 4, 3}, activation = SIGMOID";
    networks =
        CompiledNetworks.builder()
            .add("Single", "FloatNetwork", attributes)
            .add("Twofold", "DoubleNetwork", attributes)
            .compile();
  }

  /**
   * A call that is refused.
   *
   * @param call with one argument that does not fit
   * @param exception what is thrown
   * @param message what it says, exactly
   */
  record Refusal(Call call, Class<?> exception, String message) {
    @Override
    public String toString() {
      return call + ": " + message;
    }
  }

  static Stream<Refusal> refusals() {
    return Stream.of(true, false).flatMap(single -> new RefusedCalls(single).all().stream());
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void isRefusedAndChangesNothing(Refusal refusal) {
    Object network = network(refusal.call().single());
    double[] parameters = parameters(network);
    String contents = refusal.call().contents();

    Throwable thrown = catchThrowable(() -> refusal.call().on(network));

    assertThat(thrown).isExactlyInstanceOf(refusal.exception()).hasMessage(refusal.message());
    assertThat(refusal.call().contents()).isEqualTo(contents);
    assertThat(parameters(network)).isEqualTo(parameters);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void everyMethodThatTakesArraysIsTried(boolean single) {
    Set<String> tried =
        new RefusedCalls(single)
            .all().stream().map(refusal -> refusal.call().signature()).collect(Collectors.toSet());
    Class<?> type = single ? FloatNetwork.class : DoubleNetwork.class;
    List<String> taking =
        Arrays.stream(type.getMethods())
            .filter(method -> Arrays.stream(method.getParameterTypes()).anyMatch(Class::isArray))
            .map(method -> method.getName() + "/" + method.getParameterCount())
            .filter(method -> !method.equals("adapt/3")) // of networks with a normalization
            .collect(Collectors.toList());

    assertThat(taking).hasSize(15).allMatch(tried::contains);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void rowsOutsideTheRangeAreNotLookedAt(boolean single) {
    Object inputs = Call.rows(single, 1, 5, -1);
    Object targets = Call.rows(single, -1, 3, 9);
    Object network = network(single);
    for (Call call :
        List.of(
            new Call(single, "forward", inputs, targets, 1, 2),
            new Call(single, "loss", inputs, targets, 1, 2),
            new Call(single, "train", inputs, targets, 1, 2, Call.number(single, 1)),
            new Call(single, "gradient", inputs, targets, 1, 2, Call.row(single, 39)))) {
      assertThatCode(() -> call.on(network)).as(call.toString()).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void forwardOfNoRowsDoesNothing(boolean single) {
    Object outputs = Call.rows(single, 3, 3);
    Call call = new Call(single, "forward", Call.rows(single, 5, 5), outputs, 1, 1);
    String contents = call.contents();

    assertThatCode(() -> call.on(network(single))).doesNotThrowAnyException();
    assertThat(call.contents()).isEqualTo(contents);
  }

  private static Object network(boolean single) {
    return networks.create(single ? "Single" : "Twofold", 1, Object.class);
  }

  private static double[] parameters(Object network) {
    return network instanceof FloatNetwork
        ? AnyNetwork.of((FloatNetwork) network).parameters()
        : AnyNetwork.of((DoubleNetwork) network).parameters();
  }
}
