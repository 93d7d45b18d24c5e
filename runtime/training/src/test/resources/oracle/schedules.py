"""Writes schedules.csv with PyTorch 1.13.1: python3 schedules.py > schedules.csv"""
import torch
from torch.optim import lr_scheduler as s

def parameter():
    return torch.zeros(1, requires_grad=True, dtype=torch.float64)

def rates(name, rate, scheduler, steps, every=1):
    optimizer = torch.optim.SGD([parameter()], lr=rate)
    schedule = scheduler(optimizer)
    for t in range(steps):
        print(name, t, repr(optimizer.param_groups[0]["lr"]), sep=",")
        optimizer.step()
        if (t + 1) % every == 0:
            schedule.step()

print("schedule,step,rate")
rates("step", 0.3, lambda o: s.StepLR(o, 3, 0.5), 40, every=4)
rates("exponential", 0.3, lambda o: s.ExponentialLR(o, 0.9), 40, every=4)
rates("cosine", 0.5, lambda o: s.CosineAnnealingLR(o, 40, 0.01), 40)
rates("cosine3", 1, lambda o: s.CosineAnnealingLR(o, 3), 3)
rates("oneCycle", 0.01, lambda o: s.OneCycleLR(o, 0.01, total_steps=50, cycle_momentum=False), 50)
rates("oneCycle2", 0.2, lambda o: s.OneCycleLR(o, 0.2, total_steps=2, cycle_momentum=False), 2)
rates("oneCycle7", 0.2, lambda o: s.OneCycleLR(o, 0.2, total_steps=7, cycle_momentum=False), 7)
rates("warmUp", 0.3, lambda o: s.LinearLR(o, 1 / 6, 1, 5), 40)
rates("warmUpCosine", 0.5, lambda o: s.SequentialLR(
    o, [s.LinearLR(o, 1 / 6, 1, 5), s.CosineAnnealingLR(o, 35, 0.01)], [5]), 40)

def plateau(name, values, **arguments):
    optimizer = torch.optim.SGD([parameter()], lr=0.5)
    schedule = s.ReduceLROnPlateau(optimizer, **arguments)
    for t, value in enumerate(values):
        schedule.step(value)
        print(name, t, repr(optimizer.param_groups[0]["lr"]), sep=",")

nan = float("nan")
falling = [5, 4, 4, 3.9999, 3.99979, 3, 3, 3, nan, 3, 3, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]
plateau("plateau", falling, factor=0.1, patience=2)
plateau("plateauCooldown", falling, factor=0.5, patience=1, cooldown=2, min_lr=0.1)
plateau("plateauMax", [-v for v in falling], mode="max", factor=0.5, patience=0)
plateau("plateauTiny", [1] * 24, factor=0.01, patience=0)
