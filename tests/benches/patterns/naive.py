"""All pairs with pandas and scipy as one would write it, or with numpy from histograms as ours does.

Arguments: scipy or numpy, the widths of the questions (101 is a slider), the file of answers (one byte each, question by question).
Writes: seconds, bytes of memory above the answers, the sum of all statistics.
"""
import resource
import sys
import time

import numpy as np
import pandas as pd
from scipy import special, stats

MODE, WIDTHS, FILE = sys.argv[1], [int(w) for w in sys.argv[2].split(",")], sys.argv[3]
DATA = np.fromfile(FILE, dtype=np.uint8).reshape(len(WIDTHS), -1)


def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def with_scipy(frame):
    total = 0.0
    for a, name in enumerate(frame.columns):
        for b in range(a + 1, len(WIDTHS)):
            both = frame[[name, frame.columns[b]]].dropna()
            x, y = both.iloc[:, 0], both.iloc[:, 1]
            kinds = (WIDTHS[a] == 101, WIDTHS[b] == 101)
            if kinds == (True, True):
                total += stats.spearmanr(x, y).statistic
            elif kinds == (False, False):
                table = pd.crosstab(x, y)
                total += stats.chi2_contingency(table, correction=False).statistic
            else:
                by, of = (y, x) if kinds[0] else (x, y)
                total += stats.kruskal(*[group for _, group in of.groupby(by)]).statistic
    return total


def middle_ranks(counts):
    return np.cumsum(counts) - (counts - 1) / 2


def with_numpy(data):
    total = 0.0
    for a, rows in enumerate(WIDTHS):
        for b in range(a + 1, len(WIDTHS)):
            columns = WIDTHS[b]
            place = data[a].astype(np.intp)
            place *= columns + 1
            place += data[b]
            size = (rows + 1) * (columns + 1)
            table = np.bincount(place, minlength=size).reshape(rows + 1, columns + 1)
            table = table[:rows, :columns].astype(float)
            across, down, n = table.sum(1), table.sum(0), table.sum()
            kinds = (rows == 101, columns == 101)
            if kinds == (True, True):
                x, y = middle_ranks(across) - (n + 1) / 2, middle_ranks(down) - (n + 1) / 2
                rho = x @ table @ y / np.sqrt((across @ x**2) * (down @ y**2))
                special.betainc((n - 2) / 2, 0.5, 1 - rho**2)
                total += rho
            elif kinds == (False, False):
                expected = np.outer(across, down) / n
                used = expected > 0
                chi = ((table - expected)[used] ** 2 / expected[used]).sum()
                special.chdtrc(((across > 0).sum() - 1) * ((down > 0).sum() - 1), chi)
                total += chi
            else:
                if kinds[0]:
                    table, across, down = table.T, down, across
                sums = table @ middle_ranks(down)
                used = across > 0
                h = 12 / (n * (n + 1)) * (sums[used] ** 2 / across[used]).sum() - 3 * (n + 1)
                h /= 1 - (down**3 - down).sum() / (n**3 - n)
                special.chdtrc(used.sum() - 1, h)
                total += h
    return total


if MODE == "scipy":
    FRAME = pd.DataFrame({f"q{nth}": column for nth, column in enumerate(DATA)}).astype(float)
    FRAME = FRAME.where(FRAME.lt(WIDTHS, axis=1))
ROUNDS = max(1, min(3, 50_000 // DATA.shape[1]))
BEST, BEFORE = float("inf"), peak()
for _ in range(ROUNDS):
    start = time.perf_counter()
    found = with_scipy(FRAME) if MODE == "scipy" else with_numpy(DATA)
    BEST = min(BEST, time.perf_counter() - start)
print(BEST, peak() - BEFORE, found)
