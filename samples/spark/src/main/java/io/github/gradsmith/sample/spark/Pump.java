package io.github.gradsmith.sample.spark;

/**
 * What is measured at a pump.
 *
 * @param pressure in bar
 * @param temperature in °C
 * @param vibration in mm/s
 * @param site where it stands
 */
public record Pump(double pressure, double temperature, double vibration, Site site) {
  /** Where pumps stand. */
  public enum Site {
    /** A mine. */
    MINE,
    /** A mill. */
    MILL,
    /** A waterworks. */
    WATER
  }

  /** How a pump is. */
  public enum State {
    /** Nothing to do. */
    WELL,
    /** To be looked at. */
    WORN,
    /** To be stopped. */
    BROKEN
  }

  /**
   * A pump and how it was found.
   *
   * @param pump what was measured
   * @param state what was found
   */
  public record Visit(Pump pump, State state) {}
}
