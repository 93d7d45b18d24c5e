/*
 * The floor that the processor sets for the big layer of 784-30-10 in float, with AVX2 intrinsics:
 * reading its weights once, its weighted sums for one sample and for ten, its update by ten.
 * Prints microseconds a sample (reading: a pass), the best of twenty, as "784-30 task microseconds".
 */
#include <immintrin.h>
#include <stdio.h>
#include <time.h>

enum { INPUTS = 784, OUTPUTS = 30, PADDED = 32, BATCH = 10, LANES = 8, CALLS = 2000, PASSES = 20 };

#define ALIGNED __attribute__((aligned(64)))
#define KERNEL __attribute__((noinline)) static void

static float w[PADDED * INPUTS] ALIGNED; /* [out][in], or [in][padded out] where that is said */
static float x[BATCH * INPUTS] ALIGNED;
static float z[BATCH * PADDED] ALIGNED;
static float d[BATCH * PADDED] ALIGNED;

static double microseconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e6 + t.tv_nsec / 1e3;
}

static float sum(__m256 v) {
  float lane[LANES], s = 0;
  _mm256_storeu_ps(lane, v);
  for (int k = 0; k < LANES; k++) s += lane[k];
  return s;
}

KERNEL read_weights(void) {
  __m256 s[4] = {_mm256_setzero_ps(), _mm256_setzero_ps(), _mm256_setzero_ps(), _mm256_setzero_ps()};
  for (int i = 0; i < OUTPUTS * INPUTS; i += 4 * LANES)
    for (int k = 0; k < 4; k++) s[k] = _mm256_add_ps(s[k], _mm256_load_ps(w + i + k * LANES));
  z[0] = sum(_mm256_add_ps(_mm256_add_ps(s[0], s[1]), _mm256_add_ps(s[2], s[3])));
}

/* Six rows at a time, each input loaded once for all of them. */
KERNEL forward_1(void) {
  for (int j = 0; j < OUTPUTS; j += 6) {
    __m256 s[6];
    for (int k = 0; k < 6; k++) s[k] = _mm256_setzero_ps();
    for (int i = 0; i < INPUTS; i += LANES) {
      __m256 input = _mm256_load_ps(x + i);
      for (int k = 0; k < 6; k++)
        s[k] = _mm256_fmadd_ps(input, _mm256_loadu_ps(w + (j + k) * INPUTS + i), s[k]);
    }
    for (int k = 0; k < 6; k++) z[j + k] = sum(s[k]);
  }
}

/* Weights as [in][padded out]: five samples by two vectors of outputs stay in registers. */
KERNEL forward_10(void) {
  for (int j = 0; j < PADDED; j += 2 * LANES)
    for (int n = 0; n < BATCH; n += 5) {
      __m256 low[5], high[5];
      for (int k = 0; k < 5; k++) low[k] = high[k] = _mm256_setzero_ps();
      for (int i = 0; i < INPUTS; i++) {
        __m256 a = _mm256_load_ps(w + i * PADDED + j), b = _mm256_load_ps(w + i * PADDED + j + LANES);
        for (int k = 0; k < 5; k++) {
          __m256 input = _mm256_broadcast_ss(x + (n + k) * INPUTS + i);
          low[k] = _mm256_fmadd_ps(input, a, low[k]);
          high[k] = _mm256_fmadd_ps(input, b, high[k]);
        }
      }
      for (int k = 0; k < 5; k++) {
        _mm256_store_ps(z + (n + k) * PADDED + j, low[k]);
        _mm256_store_ps(z + (n + k) * PADDED + j + LANES, high[k]);
      }
    }
}

/* Two rows by five samples a pass over the weights. */
KERNEL update_10(void) {
  for (int n = 0; n < BATCH; n += 5)
    for (int j = 0; j < OUTPUTS; j += 2) {
      float *row = w + j * INPUTS, *next = row + INPUTS;
      __m256 g[5], h[5];
      for (int k = 0; k < 5; k++) {
        g[k] = _mm256_broadcast_ss(d + (n + k) * PADDED + j);
        h[k] = _mm256_broadcast_ss(d + (n + k) * PADDED + j + 1);
      }
      for (int i = 0; i < INPUTS; i += LANES) {
        __m256 a = _mm256_loadu_ps(row + i), b = _mm256_loadu_ps(next + i);
        for (int k = 0; k < 5; k++) {
          __m256 input = _mm256_loadu_ps(x + (n + k) * INPUTS + i);
          a = _mm256_fmadd_ps(input, g[k], a);
          b = _mm256_fmadd_ps(input, h[k], b);
        }
        _mm256_storeu_ps(row + i, a);
        _mm256_storeu_ps(next + i, b);
      }
    }
}

static void measure(const char *task, void (*kernel)(void), int samples) {
  double best = 1e9;
  for (int pass = 0; pass < PASSES; pass++) {
    double start = microseconds();
    for (int call = 0; call < CALLS; call++) kernel();
    double time = (microseconds() - start) / CALLS / samples;
    if (time < best) best = time;
  }
  printf("%d-%d %s %.3f\n", INPUTS, OUTPUTS, task, best);
}

int main(void) {
  for (int i = 0; i < PADDED * INPUTS; i++) w[i] = i % 7;
  for (int i = 0; i < BATCH * INPUTS; i++) x[i] = i % 5;
  measure("read", read_weights, 1);
  measure("forward", forward_1, 1);
  measure("forward-10", forward_10, BATCH);
  measure("update-10", update_10, BATCH);
  return 0;
}
