#!/usr/bin/env bash
# Measures the reasoner beside Jena's engine: time of closing, heap, changes, and the share of
# triples above which it is faster to begin anew. Each line comes from a virtual machine of its own;
# times are seconds of processor time (changes: of the clock), median (least – greatest) of the runs.
# Usage: docs/measure/reasoner.sh [quick]   quick leaves out a million triples
set -eu
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root"
mvn -q -ntp test-compile dependency:build-classpath -Dmdep.includeScope=test \
  -Dmdep.outputFile=target/test-classpath

measure() { # WHAT WORKLOAD SIZE RUNS
  java -Xmx8g "-Dmesagraph.home=$root" \
    -cp "target/test-classes:target/classes:$(cat target/test-classpath)" \
    org.mesagraph.bench.Measure "$@" 2>/dev/null
}

for what in engine compiled hybrid; do measure "$what" project 0 9; done
for rules in tuned naive; do
  measure engine "$rules" 2000 7
  measure compiled "$rules" 2000 1
done
for what in engine rete compiled hybrid; do measure "$what" university 100000 5; done
measure changes university 100000 0
measure hybrid-delete university 100000 3
measure shares university 100000 0
[[ ${1:-} == quick ]] && exit
for what in engine rete compiled; do measure "$what" university 1000000 3; done
measure changes university 1000000 0
measure hybrid-delete university 1000000 1
measure shares university 1000000 0
