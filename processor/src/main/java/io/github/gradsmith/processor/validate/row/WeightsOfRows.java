package io.github.gradsmith.processor.validate.row;

import io.github.gradsmith.internal.row.RowFile;
import io.github.gradsmith.internal.row.RowSchema;
import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.RowMessage;
import io.github.gradsmith.processor.model.FoundFile;
import io.github.gradsmith.processor.model.row.RowModel;
import io.github.gradsmith.processor.resolve.Parsed;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.resolve.WeightTensors;
import io.github.gradsmith.safetensors.Tensor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a weight file says of rows, compared with those of the network. */
record WeightsOfRows(ResolvedNetwork network, RowFaults faults, RowSchema schema) {
  /** None without a file, or if it is none of these rows. */
  Optional<RowModel.Baked> baked() {
    Optional<WeightTensors> content = network.weights().flatMap(Parsed::content);
    if (content.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> metadata = content.get().metadata();
    String features = metadata.get(RowFile.FEATURES);
    String outputs = metadata.getOrDefault(RowFile.OUTPUTS, "");
    if (features == null) {
      require(!schema.hasNumbers(), "it holds no statistics of rows");
      return Optional.empty();
    }
    String difference = schema.differenceOfRows(features);
    if (difference == null && !outputs.isEmpty() && !schema.outputs().isEmpty()) {
      difference = schema.differenceOfOutputs(outputs);
    }
    require(difference == null, difference);
    if (difference != null) {
      return Optional.empty();
    }
    double[] inputs = statistics(content.get(), RowFile.FEATURES, schema.hasNumbers());
    double[] targets = statistics(content.get(), RowFile.TARGETS, false);
    return Optional.of(new RowModel.Baked(features, outputs, inputs, targets));
  }

  private double[] statistics(WeightTensors content, String prefix, boolean isNeeded) {
    List<String> names = new ArrayList<>();
    RowFile.MOMENTS.forEach(suffix -> names.add(prefix + suffix));
    boolean hasMoments = content.listing().keySet().containsAll(names);
    require(hasMoments || !isNeeded, "it holds no statistics of rows");
    if (!hasMoments) {
      return new double[0];
    }
    RowFile.ENDS.stream()
        .map(suffix -> prefix + suffix)
        .filter(content.listing()::containsKey)
        .forEach(names::add);
    try {
      Map<String, Tensor> tensors = content.read(Set.copyOf(names));
      double[] all = new double[0];
      for (String name : names) {
        double[] next = tensors.get(name).toDoubles();
        all = Arrays.copyOf(all, all.length + next.length);
        System.arraycopy(next, 0, all, all.length - next.length, next.length);
      }
      return all;
    } catch (IOException e) {
      require(false, e.getMessage());
      return new double[0];
    }
  }

  private void require(boolean isRight, String what) {
    if (!isRight) {
      Located<FoundFile> file = network.declaration().weights().orElseThrow();
      faults.add(RowMessage.ROWS_OF_FILE, file.place(), file.value().name(), what);
    }
  }
}
