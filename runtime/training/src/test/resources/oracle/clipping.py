"""Writes clipping.csv with PyTorch 1.13.1: python3 clipping.py > clipping.csv"""
import torch
from torch.nn.utils import clip_grad_norm_, clip_grad_value_

print("case,kind,limit,norm,before,after")
generator = torch.Generator().manual_seed(1)
for case, (scale, limit) in enumerate([(1, 1), (1, 0.25), (0.01, 1), (1e6, 3), (1e-4, 1e-5), (0, 1)]):
    shapes = [(4, 3), (4,), (2, 4), (2,)]
    for kind in "norm", "value":
        parameters = [torch.zeros(shape, dtype=torch.float64, requires_grad=True) for shape in shapes]
        for p in parameters:
            p.grad = scale * torch.randn(p.shape, dtype=torch.float64, generator=generator)
        before = torch.cat([p.grad.flatten() for p in parameters]).tolist()
        norm = float(torch.tensor(before, dtype=torch.float64).norm())
        if kind == "norm":
            norm = float(clip_grad_norm_(parameters, limit))
        else:
            clip_grad_value_(parameters, limit)
        after = torch.cat([p.grad.flatten() for p in parameters]).tolist()
        text = lambda values: " ".join(map(repr, values))
        print(case, kind, repr(float(limit)), repr(norm), text(before), text(after), sep=",")
