"""A training step of 784-128-128-10 with a residual and a LayerNorm in PyTorch, on one thread.

Prints microseconds of the processor for a sample: the best, the first decile and the median.
"""

import time

import torch
from torch import nn

BATCH = 64
BATCHES = 16
WARM_UP = 5.0
ROUNDS = 1500

torch.set_num_threads(1)
torch.manual_seed(1)


class Residual(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(784, 128)
        self.again = nn.Linear(128, 128)
        self.even = nn.LayerNorm(128)
        self.digit = nn.Linear(128, 10)

    def forward(self, x):
        hidden = torch.relu(self.hidden(x))
        return self.digit(self.even(hidden + torch.relu(self.again(hidden))))


network = Residual()
optimizer = torch.optim.SGD(network.parameters(), lr=0.01)
loss = nn.CrossEntropyLoss()
inputs = torch.rand(BATCHES, BATCH, 784) * (torch.rand(BATCHES, BATCH, 784) < 0.2)
targets = torch.randint(0, 10, (BATCHES, BATCH))


def step(k):
    optimizer.zero_grad()
    loss(network(inputs[k % BATCHES]), targets[k % BATCHES]).backward()
    optimizer.step()


k = 0
end = time.thread_time() + WARM_UP
while time.thread_time() < end:
    step(k)
    k += 1
times = []
for k in range(ROUNDS):
    begin = time.thread_time()
    step(k)
    times.append((time.thread_time() - begin) * 1e6 / BATCH)
times.sort()
print(
    f"PyTorch {torch.__version__}, 1 thread: best {times[0]:.2f}, "
    f"decile {times[ROUNDS // 10]:.2f}, median {times[ROUNDS // 2]:.2f}"
)
