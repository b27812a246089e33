"""The real app in a process of its own, with what that process has used of the processor."""

import subprocess
import sys
import time

from tests.browser.server import Server


class MeasuredServer(Server):
    """The app as `make run` starts it; use its `cpu_seconds` before and after something."""

    def cpu_seconds(self) -> float:
        """Processor time of the process so far, all threads, user and system together."""
        return _cpu_seconds(self._running().pid)


def _cpu_seconds(pid: int) -> float:
    if sys.platform == "linux":
        # The number that clock_getcpuclockid(3) gives for a process: to the nanosecond, where
        # /proc/PID/stat counts in hundredths of a second.
        return time.clock_gettime((~pid << 3) | 2)
    said = subprocess.run(
        ["ps", "-o", "time=", "-p", str(pid)], check=True, capture_output=True, text=True
    )
    seconds = 0.0
    for part in said.stdout.strip().replace("-", ":").split(":"):
        seconds = seconds * 60 + float(part)
    return seconds
