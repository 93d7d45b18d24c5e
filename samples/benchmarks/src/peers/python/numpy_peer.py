"""Training with NumPy, float32, sigmoid, stochastic gradient descent, one thread.

Prints microseconds a sample, the best of five epochs, as "size task microseconds".
"""

import time

import numpy as np

SAMPLES = 6400
EPOCHS = 5
RATE = np.float32(0.1)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


class Network:
    def __init__(self, layers, random):
        pairs = list(zip(layers, layers[1:]))
        self.weights = [
            (random.standard_normal((i, o)) / np.sqrt(i)).astype(np.float32) for i, o in pairs
        ]
        self.biases = [np.zeros(o, np.float32) for _, o in pairs]

    def train(self, x, t):
        a = [x]
        for w, b in zip(self.weights, self.biases):
            a.append(sigmoid(a[-1] @ w + b))
        d = (a[-1] - t) * a[-1] * (1 - a[-1])
        step = RATE / np.float32(len(x))
        for layer in reversed(range(len(self.weights))):
            weight_gradient, bias_gradient = a[layer].T @ d, d.sum(0)
            if layer:
                d = (d @ self.weights[layer].T) * a[layer] * (1 - a[layer])
            self.weights[layer] -= step * weight_gradient
            self.biases[layer] -= step * bias_gradient


def microseconds(layers, batch):
    random = np.random.default_rng(1)
    x = random.random((SAMPLES, layers[0]), np.float32)
    x *= random.random(x.shape) < 0.2
    t = np.eye(layers[-1], dtype=np.float32)[random.integers(0, layers[-1], SAMPLES)]
    network = Network(layers, random)
    best = np.inf
    for _ in range(EPOCHS):
        start = time.perf_counter()
        for n in range(0, SAMPLES, batch):
            network.train(x[n : n + batch], t[n : n + batch])
        best = min(best, (time.perf_counter() - start) / SAMPLES * 1e6)
    return best


for layers, batch in (([784, 30, 10], 10), ([784, 30, 10], 100), ([784, 512, 512, 10], 64)):
    print("-".join(map(str, layers)), f"train-{batch}", f"{microseconds(layers, batch):.3f}")
