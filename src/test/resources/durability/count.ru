# Replaces the number of a writer, in one change.
PREFIX graph: <https://w3id.org/mesagraph/graph/>
PREFIX mg: <https://w3id.org/mesagraph/ontology/>
PREFIX study: <https://w3id.org/mesagraph/study/>

DELETE { GRAPH graph:two { study:WRITER mg:hasNumber ?before } }
INSERT { GRAPH graph:two { study:WRITER mg:hasNumber NUMBER } }
WHERE  { OPTIONAL { GRAPH graph:two { study:WRITER mg:hasNumber ?before } } }
