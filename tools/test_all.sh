#!/bin/sh
# Run the tests with every CPython from 3.11 to 3.13 that is on this machine, each in a virtual
# environment of its own. A missing one is said and is no error.
#
#   test_all.sh [MAKE]        SKIP=3.11 in the environment leaves one out
set -u

make="${1:-make}"
failed=''
for version in 3.11 3.12 3.13; do
    if [ "$version" = "${SKIP:-}" ]; then
        continue
    fi
    if ! python="$(sh tools/find_python.sh "$version")"; then
        echo "CPython $version: not on this machine, not tested"
        continue
    fi
    echo "CPython $version:"
    "$make" --no-print-directory test VENV=".venv-$version" PYTHON="$python" || failed="$failed $version"
done
if [ -n "$failed" ]; then
    echo "Failed on CPython$failed" >&2
    exit 1
fi
