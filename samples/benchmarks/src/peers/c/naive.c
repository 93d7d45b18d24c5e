/*
 * 784-30-10, float, sigmoid, stochastic gradient descent, in plain loops: what gcc makes of them.
 * Prints microseconds a sample, the best of seven passes, as "784-30-10 task microseconds".
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { INPUTS = 784, HIDDEN = 30, OUTPUTS = 10, SAMPLES = 6000, PASSES = 7, MAX_BATCH = 10 };

static float w2[HIDDEN][INPUTS], b2[HIDDEN], w3[OUTPUTS][HIDDEN], b3[OUTPUTS];
static float a2[MAX_BATCH][HIDDEN], a3[MAX_BATCH][OUTPUTS];
static float d2[MAX_BATCH][HIDDEN], d3[MAX_BATCH][OUTPUTS];
static float (*images)[INPUTS];
static int labels[SAMPLES];

static double microseconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e6 + t.tv_nsec / 1e3;
}

static float uniform(void) { return rand() / (float)RAND_MAX; }

static float sigmoid(float z) { return 1 / (1 + expf(-z)); }

__attribute__((noinline)) static void forward(const float *restrict x, float *restrict h,
                                              float *restrict o) {
  for (int j = 0; j < HIDDEN; j++) {
    float z = b2[j];
    for (int i = 0; i < INPUTS; i++) z += w2[j][i] * x[i];
    h[j] = z;
  }
  for (int j = 0; j < HIDDEN; j++) h[j] = sigmoid(h[j]);
  for (int j = 0; j < OUTPUTS; j++) {
    float z = b3[j];
    for (int i = 0; i < HIDDEN; i++) z += w3[j][i] * h[i];
    o[j] = z;
  }
  for (int j = 0; j < OUTPUTS; j++) o[j] = sigmoid(o[j]);
}

/* The deltas of sample n of the batch, with the step in them. */
static void backward(int n, int label, float step) {
  for (int j = 0; j < OUTPUTS; j++)
    d3[n][j] = step * (a3[n][j] - (j == label)) * a3[n][j] * (1 - a3[n][j]);
  for (int i = 0; i < HIDDEN; i++) {
    float s = 0;
    for (int j = 0; j < OUTPUTS; j++) s += d3[n][j] * w3[j][i];
    d2[n][i] = s * a2[n][i] * (1 - a2[n][i]);
  }
}

/* Rows of ten samples in one pass over the weights; gcc unrolls the inner loop. */
static void update_hidden_by_10(float (*x)[INPUTS]) {
  for (int j = 0; j < HIDDEN; j++)
    for (int i = 0; i < INPUTS; i++) {
      float w = w2[j][i];
      for (int n = 0; n < 10; n++) w -= d2[n][j] * x[n][i];
      w2[j][i] = w;
    }
}

static void update_hidden(float (*x)[INPUTS], int batch) {
  for (int j = 0; j < HIDDEN; j++)
    for (int n = 0; n < batch; n++)
      for (int i = 0; i < INPUTS; i++) w2[j][i] -= d2[n][j] * x[n][i];
}

__attribute__((noinline)) static void train(float (*x)[INPUTS], const int *label, float rate,
                                            int batch) {
  for (int n = 0; n < batch; n++) {
    forward(x[n], a2[n], a3[n]);
    backward(n, label[n], rate / batch);
  }
  for (int n = 0; n < batch; n++) {
    for (int j = 0; j < OUTPUTS; j++) {
      for (int i = 0; i < HIDDEN; i++) w3[j][i] -= d3[n][j] * a2[n][i];
      b3[j] -= d3[n][j];
    }
    for (int j = 0; j < HIDDEN; j++) b2[j] -= d2[n][j];
  }
  if (batch == 10)
    update_hidden_by_10(x);
  else
    update_hidden(x, batch);
}

static float pass_forward(void) {
  float sum = 0;
  for (int n = 0; n < SAMPLES; n++) {
    forward(images[n], a2[0], a3[0]);
    sum += a3[0][0];
  }
  return sum;
}

static void pass_train(int batch) {
  for (int n = 0; n + batch <= SAMPLES; n += batch) train(images + n, labels + n, .1f, batch);
}

static void prepare(void) {
  images = malloc(sizeof *images * SAMPLES);
  if (!images) exit(1);
  srand(1);
  for (int n = 0; n < SAMPLES; n++) {
    for (int i = 0; i < INPUTS; i++) images[n][i] = rand() % 5 ? 0 : uniform();
    labels[n] = rand() % OUTPUTS;
  }
  for (int j = 0; j < HIDDEN; j++)
    for (int i = 0; i < INPUTS; i++) w2[j][i] = (uniform() - .5f) / 14;
  for (int j = 0; j < OUTPUTS; j++)
    for (int i = 0; i < HIDDEN; i++) w3[j][i] = (uniform() - .5f) / 3;
}

int main(void) {
  static const char *names[] = {"forward", "train-1", "train-10"};
  double best[] = {1e9, 1e9, 1e9};
  volatile float sink = 0;
  prepare();
  for (int pass = 0; pass < PASSES; pass++)
    for (int task = 0; task < 3; task++) {
      double start = microseconds();
      if (task == 0)
        sink += pass_forward();
      else
        pass_train(task == 1 ? 1 : 10);
      double time = (microseconds() - start) / SAMPLES;
      if (time < best[task]) best[task] = time;
    }
  for (int task = 0; task < 3; task++) printf("784-30-10 %s %.3f\n", names[task], best[task]);
  return 0;
}
