#!/usr/bin/env bash
# Measures the server beside Fuseki Main as it comes, with the same triples and the same SPARQL:
# requests a second and milliseconds of saved queries, documents and proofs under 1, 8 and 64
# clients; one innocent client beside 24 that ask what cannot be answered; and 100,000 mixed
# requests with the heap after a collection at every tenth. Servers and clients are processes of
# their own; the two servers are never under load at the same time.
# Usage: docs/measure/serve.sh [quick | soak [NUMBER]]   quick is a hundredth of it, to see that it
# runs; soak is the mixed requests alone, so many of them
set -eu
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root"
seconds=10 hogs=30 tenth=10000
[[ ${1:-} != quick ]] || { seconds=1 hogs=4 tenth=100; }
[[ ${1:-} != soak ]] || tenth=$((${2:-100000} / 10))
work=$(mktemp -d)
mvn -q -ntp test-compile dependency:build-classpath -Dmdep.includeScope=test \
  -Dmdep.outputFile=target/test-classpath
classes="target/test-classes:target/classes:$(cat target/test-classpath)"

java_() { java "-Dmesagraph.home=$root" -cp "$classes" "$@" 2>>"$work/errors"; }

server() { # NAME MAIN ARGUMENTS: starts a server, waits until it is ready
  local name=$1
  shift
  java -Xmx1g -Xss1m -XX:MaxDirectMemorySize=256m "-Dmesagraph.home=$root" -cp "$classes" "$@" \
    >"$work/$name" 2>&1 &
  eval "$name=$!"
  until grep -q '^ready' "$work/$name"; do sleep 0.2; done
}

trap 'kill "${ours:-}" "${stock:-}" 2>/dev/null || true' EXIT
java_ org.mesagraph.bench.Requests "$work"
server ours org.mesagraph.cli.Main serve --port 0 --metrics-port off --trusted-proxy 127.0.0.1
[[ ${1:-} == soak ]] || server stock org.mesagraph.bench.StockServer 0
here=$(sed -n 's|^pages \(http://[^/]*\)/.*|\1|p' "$work/ours")
[[ ${1:-} == soak ]] || there=http://127.0.0.1:$(sed -n 's/^ready at //p' "$work/stock")

load() { java_ org.mesagraph.bench.Load "$@"; }

echo "| what | clients | a second | p50 ms | p95 ms | p99 ms | longest ms | statuses |"
echo "|---|---|---|---|---|---|---|---|"
if [[ ${1:-} != soak ]]; then
  for what in queries documents; do
    for clients in 1 8 64; do
      load "$what" "$here" "$work/ours-$what" "$clients" "${seconds}s"
      load "$what, stock" "$there" "$work/stock-$what" "$clients" "${seconds}s"
    done
  done
  for clients in 1 8 64; do load why "$here" "$work/ours-why" "$clients" "${seconds}s"; done
  load "innocent beside hogs" "$here" "$work/hogs" 24 "${hogs}s" "$work/ours-queries"
  load "innocent beside hogs, stock" "$there" "$work/hogs" 24 "${hogs}s" "$work/stock-queries"
  kill "$stock"
fi

echo
for round in 1 2 3 4 5 6 7 8 9 10; do
  load "soak $round" "$here" "$work/ours-mixed" 8 "$tenth"
  jcmd "$ours" GC.run >/dev/null
  jcmd "$ours" GC.heap_info | sed -n 's/.*heap.*used \([0-9]*\)K.*/\1/p' | head -n 1 >>"$work/heap"
done
awk '{ n++; x += n; y += $1; xy += n * $1; xx += n * n; all = all " " int($1 / 1024) }
  END { print "heap after collections, MB:" all
        if (n > 1) printf "slope: %.1f kB for each tenth\n", (n * xy - x * y) / (n * xx - x * x) }' \
  "$work/heap"
