#!/usr/bin/env python3
"""The detectors of AnomalyDetection with pandas and scikit-learn, on two processes: detectors.py FILE COUNT LENGTH.

FILE holds COUNT series of LENGTH doubles. Prints seconds and megabytes of the largest process.
"""
import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
import json
import multiprocessing
import resource
import sys
import time

import numpy as np
import pandas as pd
from scipy import stats
from sklearn.cluster import DBSCAN
from sklearn.ensemble import IsolationForest

WEIGHTS = (.20, .20, .25, .15, .15, .05)


def detect(x):
    n = len(x)
    median = np.median(x)
    robust = np.abs(x - median) / (stats.median_abs_deviation(x) * 1.4826) > 3.5
    low, high = np.percentile(x, [25, 75])
    iqr = (x < low - 1.5 * (high - low)) | (x > high + 1.5 * (high - low))
    column = x.reshape(-1, 1)
    forest = IsolationForest(n_estimators=100, contamination=.1, random_state=42).fit_predict(column) == -1
    dbscan = DBSCAN(eps=.5, min_samples=max(3, min(5, n // 4))).fit_predict(stats.zscore(x).reshape(-1, 1)) == -1
    window = pd.Series(x).rolling(10)
    moving = (np.abs(x - window.mean()) > 2 * window.std()).to_numpy()
    slope = stats.linregress(np.arange(n), x)
    lag, dx = x[:-1] - x[:-1].mean(), np.diff(x)
    beta = lag @ (dx - dx.mean()) / (lag @ lag)
    left = dx - dx.mean() - beta * lag
    t = beta / np.sqrt(left @ left / (n - 3) / (lag @ lag))
    trend = np.full(n, (abs(slope.rvalue) >= .5 and slope.pvalue < .01) or t > -2.86)
    composite = sum(weight * wild for weight, wild in zip(WEIGHTS, (robust, iqr, forest, dbscan, moving, trend)))
    return int((composite > .65).sum())


def main():
    name, count, length = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    series = np.fromfile(name, dtype="<f8", count=count * length).reshape(count, length)
    with multiprocessing.Pool(2) as pool:
        pool.map(detect, series[:2])
        began = time.perf_counter()
        found = sum(pool.map(detect, series, chunksize=5))
        seconds = time.perf_counter() - began
    usage = max(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    print(json.dumps({"seconds": seconds, "megabytes": usage / 1024, "found": found}))


main()
