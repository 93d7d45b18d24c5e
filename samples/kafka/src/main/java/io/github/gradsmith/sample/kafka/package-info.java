/** A network on Kafka Streams: it scores rides, and learns from how long they took. */
package io.github.gradsmith.sample.kafka;
