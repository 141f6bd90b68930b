#!/bin/sh
# Print the path of a Python that can hold this project: CPython 3.11 or newer with venv and
# ensurepip. Each candidate is run, because a name on the PATH may be a shim that leads nowhere.
#
#   find_python.sh            the first that works, else exit 1 with a line that says what to do
#   find_python.sh 3.12       the same, of exactly this version
set -u

wanted="${1:-}"
pyenv_versions="${PYENV_ROOT:-$HOME/.pyenv}/versions"

works() {
    PYTHONPATH='' "$1" -c "
import ensurepip, platform, sys, venv
version = '%d.%d' % sys.version_info[:2]
right = version == '$wanted' if '$wanted' else sys.version_info >= (3, 11)
sys.exit(not (right and platform.python_implementation() == 'CPython'))
" >/dev/null 2>&1
}

candidates() {
    if [ -n "$wanted" ]; then
        echo "python$wanted"
    else
        printf 'python%s\n' 3.13 3.12 3.11 3.14 3
    fi
    echo python
    for version in ${wanted:-3.13 3.12 3.11}; do
        ls -d "$pyenv_versions/$version".*/bin/python 2>/dev/null
    done
}

for candidate in $(candidates); do
    if works "$candidate"; then
        "$candidate" -c 'import sys; print(sys.executable)'
        exit 0
    fi
done
if [ -z "$wanted" ]; then
    echo "No CPython 3.11 or newer with venv and ensurepip was found." >&2
    echo "Install one (on Debian and Ubuntu: python3 and python3-venv)," >&2
    echo "or name it: make demo PYTHON=/path/to/python3" >&2
fi
exit 1
