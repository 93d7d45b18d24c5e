/** Charts of numbers as SVG within a page: axes, curves, points, bars and images of rows. */
package io.github.gradsmith.training.internal.chart;
