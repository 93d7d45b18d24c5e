/** A network that learns from each reading of a sensor while other threads ask it. */
package io.github.gradsmith.sample.online;
