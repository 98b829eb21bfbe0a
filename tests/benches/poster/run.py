"""Runs one command to its end and says what it took: seconds on the clock, seconds of the processor, peak memory in kB."""

import json
import resource
import subprocess
import sys
import time

start = time.perf_counter()
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
wall = time.perf_counter() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
json.dump(
    {
        "wall": wall,
        "cpu": used.ru_utime + used.ru_stime,
        "kilobytes": used.ru_maxrss,
        "failed": None if done.returncode == 0 else done.stderr.decode(errors="replace")[-600:],
    },
    sys.stdout,
)
