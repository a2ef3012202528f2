#!/usr/bin/env bash
# Measures the start: from a clean clone with an empty Maven repository to a ready server, then,
# five times, from `serve` of the built program to ready, with the heap after a collection, the
# same from a store and with nothing kept, and five times each of some commands.
# Usage: docs/measure/start.sh [FOLDER]   clones into FOLDER (default: a new one)
set -eu
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=${1:-$(mktemp -d)}
export MAVEN_OPTS="-Dmaven.repo.local=$work/repository"
git clone -q "$root" "$work/clone"
cd "$work/clone"

serve() { # LABEL OPTIONS: starts a server, prints the time until it was ready and its heap; stops it
  local label=$1 began pid
  shift
  began=$(date +%s%N)
  ./mesagraph serve --port 0 "$@" 2>"$work/talk" >/dev/null &
  while ! grep -q '^ready' "$work/talk" 2>/dev/null; do sleep 0.02; done
  printf '%s: %d ms to ready' "$label" $((($(date +%s%N) - began) / 1000000))
  pid=$(pgrep -f "$work/clone/target/mesagraph.jar" | tail -n 1)
  jcmd "$pid" GC.run >/dev/null
  printf ', heap %s\n' "$(jcmd "$pid" GC.heap_info | grep -o 'used [0-9]*K' | head -n 1)"
  kill "$pid"
  while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
  rm "$work/talk"
}

serve "clean clone, empty repository"
for run in 1 2 3 4 5; do serve "built, run $run"; done
for run in 1 2 3 4 5; do
  rm -rf target/kept
  serve "nothing kept, run $run"
done
./mesagraph load --store "$work/store" >/dev/null
for run in 1 2 3 4 5; do serve "store, run $run" --store "$work/store"; done
command() { # LABEL ARGUMENTS: times a whole command, five times
  local label=$1 began run
  shift
  for run in 1 2 3 4 5; do
    began=$(date +%s%N)
    ./mesagraph "$@" >/dev/null
    printf '%s, run %s: %d ms\n' "$label" "$run" $((($(date +%s%N) - began) / 1000000))
  done
}

command query query evidence-for-failure-mode mode=deceptive-alignment
command explain explain study:sleeper-agents mg:supports proposition:deceptive-alignment-persists
command validate validate
command load load --store "$work/store"
command questions query test --report
./mesagraph stats --proofs
