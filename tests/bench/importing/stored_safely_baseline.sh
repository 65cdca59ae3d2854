#!/bin/sh
# The other side of stored_safely. Per file: copy, press to disk, hash.
# Usage: stored_safely_baseline.sh LIST TARGET     (LIST: one path a line)
set -eu
mkdir -p "$2"
while IFS= read -r file; do
    copy="$2/${file##*/}"
    cp --reflink=never -- "$file" "$copy"
    sync -- "$copy"
    sha256sum -- "$copy"
done <"$1" >"$2/hashes"
