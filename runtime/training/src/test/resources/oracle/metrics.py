"""Writes metrics.csv with scikit-learn 1.2.1: python3 metrics.py > metrics.csv"""
import warnings
import numpy as np
from sklearn import metrics as m

warnings.filterwarnings("ignore")
random = np.random.default_rng(1)
print("case,metric,value,outputs,targets,weights")

def rows(matrix):
    return ";".join(" ".join(repr(float(v)) for v in row) for row in np.atleast_2d(matrix))

def out(case, name, value, outputs, targets, weights):
    w = "" if weights is None else " ".join(repr(float(v)) for v in weights)
    print(case, name, repr(float(value)), rows(outputs), rows(targets), w, sep=",")

def several(case, a, labels, weights):
    k = a.shape[1]
    t = np.eye(k)[labels]
    said = a.argmax(axis=1)
    every = list(range(k))
    w = dict(sample_weight=weights)
    out(case, "accuracy", m.accuracy_score(labels, said, **w), a, t, weights)
    untied = k > 2 and case.startswith("random")  # scikit-learn gives ties to higher classes
    for n in range(1, k) if untied else []:
        out(case, f"top {n}", m.top_k_accuracy_score(labels, a, k=n, labels=every, **w), a, t, weights)
    for name, score in ("precision", m.precision_score), ("recall", m.recall_score), ("F1", m.f1_score):
        each = score(labels, said, labels=every, average=None, zero_division=0, **w)
        for c in every:
            out(case, f"{name} of {c}", each[c], a, t, weights)
        for average in "macro", "micro", "weighted":
            value = score(labels, said, labels=every, average=average, zero_division=0, **w)
            out(case, f"{average} {name}", value, a, t, weights)
    if len(set(labels)) == k:
        each = [m.roc_auc_score(labels == c, a[:, c], **w) for c in every]
        out(case, "ROC AUC", np.mean(each), a, t, weights)
    out(case, "log loss", m.log_loss(labels, a, labels=every, **w), a, t, weights)

def one(case, a, labels, weights):
    said = (a >= 0.5).astype(int)
    outputs, targets = a[:, None], labels[:, None]
    w = dict(sample_weight=weights)
    out(case, "accuracy", m.accuracy_score(labels, said, **w), outputs, targets, weights)
    for c in 0, 1:
        for name, score in ("precision", m.precision_score), ("recall", m.recall_score), ("F1", m.f1_score):
            out(case, f"{name} of {c}", score(labels, said, pos_label=c, zero_division=0, **w), outputs, targets, weights)
    out(case, "ROC AUC", m.roc_auc_score(labels, a, **w), outputs, targets, weights)
    out(case, "log loss", m.log_loss(labels, a, labels=[0, 1], **w), outputs, targets, weights)

def numbers(case, a, t, weights):
    w = dict(sample_weight=weights)
    out(case, "MAE", m.mean_absolute_error(t, a, **w), a, t, weights)
    out(case, "RMSE", m.mean_squared_error(t, a, squared=False, **w), a, t, weights)
    out(case, "R²", m.r2_score(t, a, **w), a, t, weights)

def weighting(n):
    return [None, random.uniform(0.1, 3, n), random.integers(0, 3, n) + (np.arange(n) == 0)]

for k, n in (2, 12), (3, 20), (5, 30):
    a = random.dirichlet(np.ones(k), n)
    labels = np.concatenate([np.arange(k), random.integers(0, k, n - k)])
    for w in weighting(n):
        several(f"random {k}", a, labels, w)
ties = np.array([[0.5, 0.5, 0], [0.25, 0.5, 0.25], [1, 0, 0], [0, 1, 0], [0, 0, 1], [0.5, 0, 0.5]])
for w in weighting(6):
    several("ties and zeros", ties, np.array([1, 1, 1, 1, 2, 0]), w)
    several("a class without rows", ties, np.array([0, 1, 0, 1, 1, 0]), w)
a = np.round(random.uniform(0, 1, 25), 1)
labels = np.concatenate([[0, 1], random.integers(0, 2, 23)])
for w in weighting(25):
    one("one output", a, labels, w)
one("certain and wrong", np.array([0.0, 1.0, 0.0, 1.0, 0.5]), np.array([1, 0, 0, 1, 1]), None)
for k in 1, 3:
    t = random.normal(1e3, 5, (15, k))
    a = t + random.normal(0, 2, (15, k))
    for w in weighting(15):
        numbers(f"numbers {k}", a, t, w)
numbers("constant and right", np.full((4, 1), 2.5), np.full((4, 1), 2.5), None)
numbers("constant and wrong", np.full((4, 1), 2.0), np.full((4, 1), 2.5), None)
