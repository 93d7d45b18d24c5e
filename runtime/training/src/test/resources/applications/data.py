# Makes houses.csv, iris.csv and readings.csv, and prints what scikit-learn 1.2.1 makes of them.
# Debian's python3-sklearn: python3 data.py
import numpy as np
from sklearn.compose import ColumnTransformer, TransformedTargetRegressor
from sklearn.datasets import load_iris
from sklearn.linear_model import LinearRegression, LogisticRegression, SGDClassifier
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

TEST = 0.2  # the last rows


def parts(x, y):
    n = len(y) - round(len(y) * TEST)
    return x[:n], y[:n], x[n:], y[n:]


def write(name, header, rows):
    with open(name, "w") as file:
        file.write(header + "\n")
        file.writelines(",".join(map(str, row)) + "\n" for row in rows)


def houses():
    r = np.random.default_rng(1)
    n = 600
    area = r.uniform(30, 220, n).round(1)
    rooms = np.clip(area / 28 + r.normal(0, 0.8, n), 1, 9).round().astype(int)
    age = r.integers(0, 110, n)
    floor = r.integers(0, 9, n)
    distance = r.gamma(2, 4, n).round(2)
    latitude = r.normal(52.5, 0.1, n).round(4)
    longitude = r.normal(13.4, 0.15, n).round(4)
    energy = np.clip(60 + age + r.normal(0, 25, n), 15, None).round(1)
    heating = r.integers(0, 3, n)
    kind = r.integers(0, 2, n)
    price = (
        (2500 + 3200 * np.exp(-distance / 6) + 4000 * (52.5 - latitude)) * area
        + 14000 * rooms
        + 40000 * np.cos(age / 18)
        - 220 * energy
        + np.array([0, -15000, 35000])[heating]
        + 90000 * kind * (area > 100)
        + 3000 * floor * (1 - kind)
        + r.normal(0, 20000, n)
    ).round(-2)
    write(
        "houses.csv",
        "area,rooms,age,floor,distance,latitude,longitude,energy,heating,kind,price",
        zip(
            area, rooms, age, floor, distance, latitude, longitude, energy,
            np.array(["GAS", "OIL", "HEAT_PUMP"])[heating], np.array(["FLAT", "HOUSE"])[kind], price,
        ),
    )
    x = np.column_stack([area, rooms, age, floor, distance, latitude, longitude, energy, heating, kind])
    encode = ColumnTransformer(
        [("n", StandardScaler(), list(range(8))), ("c", OneHotEncoder(), [8, 9])]
    )
    network = MLPRegressor((32,), max_iter=2000, random_state=1)
    for model in LinearRegression(), network:
        scaled = TransformedTargetRegressor(model, transformer=StandardScaler())
        a, b, c, d = parts(x, price)
        print("houses, R2", type(model).__name__, make_pipeline(encode, scaled).fit(a, b).score(c, d))


def iris():
    data = load_iris()
    order = np.random.default_rng(2).permutation(150)
    x, y = data.data[order], data.target[order]
    names = np.array(["SETOSA", "VERSICOLOR", "VIRGINICA"])
    write(
        "iris.csv",
        "sepalLength,sepalWidth,petalLength,petalWidth,species",
        (list(row) + [names[k]] for row, k in zip(x, y)),
    )
    for model in LogisticRegression(), MLPClassifier((8,), max_iter=2000, random_state=1):
        a, b, c, d = parts(x, y)
        score = make_pipeline(StandardScaler(), model).fit(a, b).score(c, d)
        print("iris, accuracy", type(model).__name__, score)


def readings():
    """A stream: each reading is judged first and learnt then; the first 200 set the scales."""
    r = np.random.default_rng(3)
    n = 3000
    hour = (np.arange(n) * 0.37) % 24
    load = np.clip(0.5 + 0.3 * np.sin(hour / 24 * 2 * np.pi) + r.normal(0, 0.15, n), 0, 1.2)
    machine = r.integers(0, 3, n)
    temperature = 40 + 30 * load + np.array([0, 6, -5])[machine] + r.normal(0, 4, n)
    pressure = 1013 + 12 * r.standard_normal(n)
    risk = (temperature - 62 - np.array([0, 6, -5])[machine]) / 4 + (pressure - 1020) / 15
    alarm = risk + r.normal(0, 0.4, n) > 0
    x = np.column_stack([temperature.round(2), pressure.round(1), load.round(3), hour.round(2)])
    names = np.array(["LATHE", "MILL", "PRESS"])
    write(
        "readings.csv",
        "temperature,pressure,load,hour,machine,alarm",
        (list(row) + [names[m], str(a).lower()] for row, m, a in zip(x, machine, alarm)),
    )
    first = 200
    scaler = StandardScaler().fit(x[:first])
    angle = x[:, 3:] / 24 * 2 * np.pi
    z = np.column_stack([scaler.transform(x)[:, :3], np.sin(angle), np.cos(angle), np.eye(3)[machine]])
    linear = SGDClassifier(loss="log_loss", random_state=1)
    network = MLPClassifier((8,), random_state=1, learning_rate_init=0.01)
    for model in linear, network:
        right = 0
        for i in range(n):
            if i >= first:
                right += model.predict(z[i : i + 1])[0] == alarm[i]
            model.partial_fit(z[i : i + 1], alarm[i : i + 1], classes=[False, True])
        print("readings, accuracy", type(model).__name__, right / (n - first))


houses()
iris()
readings()
