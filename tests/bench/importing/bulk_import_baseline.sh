#!/bin/sh
# The other side of bulk_import: what a careful person would do with standard tools on two processors.
# Per file: copy, press to disk, hash; then previews and thumbnails by two processes, each with half of the files.
# Usage: bulk_import_baseline.sh LIST TARGET     (LIST: one path a line)
set -eu
list=$1
target=$2
mkdir -p "$target/originals" "$target/previews" "$target/thumbnails"

while IFS= read -r file; do
    copy="$target/originals/${file##*/}"
    cp --reflink=never -- "$file" "$copy"
    sync -- "$copy"
    sha256sum -- "$copy"
done <"$list" >"$target/hashes"

scale() {
    xargs -d '\n' vipsthumbnail --size '320x320>' --output "$target/thumbnails/%s.jpg[Q=72]" <"$1"
    xargs -d '\n' vipsthumbnail --size '1600x1600>' --output "$target/previews/%s.jpg[Q=72]" <"$1"
}

# Two processes on two processors: more threads inside each only cost.
export VIPS_CONCURRENCY=1
awk 'NR % 2 == 1' "$list" >"$target/odd"
awk 'NR % 2 == 0' "$list" >"$target/even"
scale "$target/odd" &
first=$!
scale "$target/even"
wait "$first"
