package io.github.gradsmith.sample.kafka;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of the application. */
final class Topics {
  private Topics() {}

  /**
   * Creates those that are missing.
   *
   * @throws IllegalStateException if rides and labels of one key would lie in other partitions
   */
  static void create(String servers, int partitions) throws InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      for (String topic : List.of(RideTopology.RIDES, RideTopology.LABELS, RideTopology.SCORES)) {
        create(admin, new NewTopic(topic, Optional.of(partitions), Optional.empty()));
      }
      create(
          admin,
          new NewTopic(RideTopology.WEIGHTS, Optional.of(1), Optional.empty())
              .configs(
                  Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)));
      int rides = partitions(admin, RideTopology.RIDES);
      int labels = partitions(admin, RideTopology.LABELS);
      if (rides != labels) {
        throw new IllegalStateException(
            "rides has "
                + rides
                + " partitions and labels has "
                + labels
                + ": a label would look"
                + " for its ride in another partition. Give both the same number.");
      }
    }
  }

  private static void create(Admin admin, NewTopic topic) throws InterruptedException {
    try {
      admin.createTopics(List.of(topic)).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException("cannot create " + topic.name(), e.getCause());
      }
    }
  }

  private static int partitions(Admin admin, String topic) throws InterruptedException {
    try {
      Map<String, TopicDescription> found =
          admin.describeTopics(List.of(topic)).allTopicNames().get();
      return found.get(topic).partitions().size();
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot describe " + topic, e.getCause());
    }
  }
}
