#!/usr/bin/env python3
"""Writes what NumPy, SciPy, pandas and scikit-learn say of small series, for our own detectors to be compared with.

    apt-get install python3-numpy python3-scipy python3-pandas python3-sklearn
    /usr/bin/python3 tests/AiFixer.Tests/Core/Analysis/Vectors/make.py

Made with NumPy 1.24.2, SciPy 1.10.1, pandas 1.5.3, scikit-learn 1.2.1.
"""
import json
import math
import os

import numpy as np
import pandas as pd
from scipy import stats
from sklearn.cluster import DBSCAN
from sklearn.ensemble import IsolationForest

FOLDER = os.path.dirname(os.path.abspath(__file__))
rng = np.random.RandomState(7)


def rounded(values):
    return [float(np.round(v, 4)) for v in values]


def series():
    spiky = rng.normal(100, 5, 120)
    spiky[[30, 31, 77]] = [190, 185, 20]
    ties = rng.poisson(1.2, 60).astype(float)
    far = 1e6 + rng.normal(0, 1, 80)
    far[40] += 12
    walk = np.cumsum(rng.normal(0, 1, 90))
    clusters = np.concatenate([rng.normal(0, .1, 20), rng.normal(5, .1, 20), [2.5, 9.0]])
    rng.shuffle(clusters)
    return {
        "noise": rng.normal(10, 2, 40),
        "spikes": spiky,
        "step": np.concatenate([rng.normal(1, .2, 50), rng.normal(4, .3, 14)]),
        "ties": ties,
        "far from zero": far,
        "wandering": walk,
        "clusters": clusters,
        "long": np.concatenate([rng.standard_t(3, 380), [25, -30, 28]]),
        "drift": np.arange(70) * .3 + rng.normal(0, 1, 70),
        "short": np.array([1.0, 2.0, 1.5, 9.0, 1.2]),
        "mostly the same": np.concatenate([np.zeros(30), [1, 4], np.zeros(10)]),
    }


def dickey_fuller(x):
    x = x - x.mean()
    dx, lag = np.diff(x), x[:-1]
    design = np.column_stack([np.ones(len(lag)), lag])
    beta, *_ = np.linalg.lstsq(design, dx, rcond=None)
    residuals = dx - design @ beta
    s2 = residuals @ residuals / (len(dx) - 2)
    return float(beta[1] / math.sqrt(s2 * np.linalg.inv(design.T @ design)[1, 1]))


def forest(x):
    model = IsolationForest(n_estimators=100, contamination=.1, random_state=42).fit(x.reshape(-1, 1))
    return {
        "wild": [int(i) for i in np.flatnonzero(model.predict(x.reshape(-1, 1)) == -1)],
        "scores": [float(np.round(-s, 5)) for s in model.score_samples(x.reshape(-1, 1))],
    }


def detect(x):
    n = len(x)
    z = stats.zscore(x)
    mad = stats.median_abs_deviation(x)
    spread = mad * 1.482602218505602 if mad > 0 else np.mean(np.abs(x - np.median(x))) * math.sqrt(math.pi / 2)
    low, high = np.percentile(x, [25, 75])
    window = pd.Series(x).rolling(10)
    moving = np.abs(x - window.mean()) > 2 * window.std()
    r, p = stats.pearsonr(np.arange(n), x)
    return {
        "values": list(map(float, x)),
        "z": [float(np.round(v, 11)) for v in z],
        "robust_z": [float(np.round(v, 11)) for v in (x - np.median(x)) / spread],
        "iqr": [int(i) for i in np.flatnonzero((x < low - 1.5 * (high - low)) | (x > high + 1.5 * (high - low)))],
        "dbscan": list(map(int, DBSCAN(eps=.5, min_samples=max(3, min(5, n // 4))).fit_predict(z.reshape(-1, 1)))),
        "moving_average": [int(i) for i in np.flatnonzero(moving)] if n >= 10 else None,
        "forest": forest(x) if n >= 10 else None,
        "trend_r": float(r),
        "trend_p": float(p),
        "dickey_fuller": dickey_fuller(x),
    }


def residuals(y, *columns):
    design = np.column_stack([np.ones(len(y)), *columns])
    beta, *_ = np.linalg.lstsq(design, y, rcond=None)
    return y - design @ beta


def granger(x, y, lags):
    now = y[lags:]
    own = [y[lags - k:len(y) - k] for k in range(1, lags + 1)]
    other = [x[lags - k:len(x) - k] for k in range(1, lags + 1)]
    alone, together = residuals(now, *own), residuals(now, *own, *other)
    freedom = len(now) - 2 * lags - 1
    f = ((alone @ alone) - (together @ together)) / lags / ((together @ together) / freedom)
    return float(f), float(stats.f.sf(f, lags, freedom))


def correlate(x, y, z):
    n = len(x)
    r, p = stats.pearsonr(x, y)
    lagged = []
    for lag in range(-5, 6):
        a, b = (x[:n - lag], y[lag:]) if lag >= 0 else (x[-lag:], y[:n + lag])
        lagged.append(float(stats.pearsonr(a, b)[0]))
    partial = float(stats.pearsonr(residuals(x, z), residuals(y, z))[0])
    t = partial * math.sqrt((n - 3) / (1 - partial ** 2))
    f, granger_p = granger(x, y, 2)
    return {
        "x": list(map(float, x)), "y": list(map(float, y)), "z": list(map(float, z)),
        "r": float(r), "p": float(p), "lagged": lagged,
        "partial_r": partial, "partial_p": float(2 * stats.t.sf(abs(t), n - 3)),
        "granger_f": f, "granger_p": granger_p,
    }


def pairs():
    z = rng.normal(0, 1, 60)
    x = rng.normal(0, 1, 60)
    late = np.concatenate([np.zeros(3), x[:-3]]) + rng.normal(0, .3, 60)
    return {
        "nothing in common": (x, rng.normal(0, 1, 60), z),
        "three later": (x, late, z),
        "by a third": (z + rng.normal(0, .3, 60), z + rng.normal(0, .3, 60), z),
        "nearly the same": (x, 3 * x - 7 + rng.normal(0, 1e-4, 60), z),
    }


def benjamini_hochberg(p):
    p = np.asarray(p)
    order = np.argsort(p)
    ranked = p[order] * len(p) / np.arange(1, len(p) + 1)
    adjusted = np.minimum.accumulate(ranked[::-1])[::-1]
    result = np.empty(len(p))
    result[order] = np.minimum(adjusted, 1)
    return result


def tails():
    return {
        "t": [[t, v, float(2 * stats.t.sf(t, v))] for t in (0, .5, 2, 6, 40) for v in (1, 4.5, 30, 1438)],
        "f": [[f, a, b, float(stats.f.sf(f, a, b))] for f in (.2, 1, 3, 25) for a, b in ((1, 5), (2, 50), (4, 1400))],
    }


def write(name, data):
    with open(os.path.join(FOLDER, name), "w", encoding="utf-8") as file:
        file.write("{\n" + ",\n".join(f" {json.dumps(key)}: {json.dumps(value)}" for key, value in data.items()) + "\n}\n")


write("detectors.json", {name: detect(np.array(rounded(x))) for name, x in series().items()})
write("correlation.json", {name: correlate(*(np.array(rounded(v)) for v in rows)) for name, rows in pairs().items()})
chances = [.001, .008, .039, .041, .042, .06, .074, .205, .212, .216, .222, .251, .269, .275, .34, .341, .384, .569, .594, .696, .762, .94, .942, .975, .986]
write("chances.json", {"p": chances, "adjusted": list(map(float, benjamini_hochberg(chances))), **tails()})
