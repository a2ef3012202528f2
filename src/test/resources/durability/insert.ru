# Adds triples, all of them in one change.
INSERT DATA {
  GRAPH <https://w3id.org/mesagraph/graph/two> {
TRIPLES
  }
}
