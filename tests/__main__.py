"""All checks, quick ones first, up to the first that fails: `python -m tests [ARGUMENTS FOR PYTEST]`.

Without arguments two workers share the tests, each with servers and a browser of its own.
"""

import shutil
import subprocess
import sys
import sysconfig

_PYTHON = (sys.executable, "-m")
_LINT_IMPORTS = shutil.which("lint-imports", path=sysconfig.get_path("scripts")) or "lint-imports"

# A file stays with one worker, for its tests share a server. A few tests chosen by
# arguments are done before a second worker has started its servers. The browser's files, the longest, come
# first, so that both workers end at once.
_ARGUMENTS = sys.argv[1:] or ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]

_CHECKS = (
    ("format", (*_PYTHON, "ruff", "format", "--check", "--quiet")),
    ("lint", (*_PYTHON, "ruff", "check", "--quiet")),
    ("types", (*_PYTHON, "mypy", "--no-error-summary")),
    ("architecture", (_LINT_IMPORTS, "--no-logo")),
    ("tests", (*_PYTHON, "pytest", *_ARGUMENTS)),
)


def main() -> int:
    """Run the checks and return the exit status of the first that fails, else 0."""
    for name, command in _CHECKS:
        print(f"{name}: {' '.join(command[2:] if command[:2] == _PYTHON else ('lint-imports',))}", flush=True)
        status = subprocess.run(command, check=False).returncode
        if status:
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main())
