/** Files of NumPy's {@code savez}: arrays by name, read strictly and written atomically. */
package io.github.gradsmith.npz;
