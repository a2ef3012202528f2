package org.mesagraph.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads YAML 1.2 without ever making an object of it: tags, aliases and repeated keys are refused.
 * Line numbers are those of the file, whose first line is the first line of the YAML.
 */
final class YamlReader {

  private static final int LONGEST = 1_000_000;
  private static final int DEEPEST = 20;
  private static final Map<Tag, Yaml.Kind> KINDS =
      Map.of(
          Tag.STR, Yaml.Kind.TEXT,
          Tag.INT, Yaml.Kind.WHOLE,
          Tag.FLOAT, Yaml.Kind.DECIMAL,
          Tag.BOOL, Yaml.Kind.FLAG,
          Tag.NULL, Yaml.Kind.NOTHING);
  private static final Set<Tag> COLLECTIONS = Set.of(Tag.MAP, Tag.SEQ);

  private final Problems problems;

  private YamlReader(Problems problems) {
    this.problems = problems;
  }

  /** The header's fields; empty if it is not well-formed, which is then a problem. */
  static Optional<Yaml.Fields> read(String yaml, Problems problems) {
    Optional<Yaml> root = document(yaml, new Yaml.Fields(1, Map.of()), problems);
    if (root.isPresent() && root.get() instanceof Yaml.Fields fields) {
      return Optional.of(fields);
    }
    root.ifPresent(
        other -> problems.add(1, "the header is not a mapping", "write “#+ summary: …” and so on"));
    return Optional.empty();
  }

  /** The mappings that a file lists; whatever else it is made of is a problem. */
  static List<Section> readList(String yaml, Problems problems) {
    Optional<Yaml> root = document(yaml, new Yaml.Items(1, List.of()), problems);
    List<Section> sections = new ArrayList<>();
    if (root.isPresent() && root.get() instanceof Yaml.Items list) {
      for (Yaml item : list.values()) {
        if (item instanceof Yaml.Fields fields) {
          sections.add(new Section("", fields, problems));
        } else {
          problems.add(item.line(), "not a mapping", "write “- name: value”");
        }
      }
    } else {
      root.ifPresent(
          other -> problems.add(other.line(), "the file is not a list", "begin items with “- ”"));
    }
    return sections;
  }

  private static Optional<Yaml> document(String yaml, Yaml empty, Problems problems) {
    LoadSettings settings =
        LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setMaxAliasesForCollections(0)
            .setCodePointLimit(LONGEST)
            .build();
    try {
      Optional<Node> root = new Compose(settings).composeString(yaml);
      if (root.isEmpty()) {
        return Optional.of(empty);
      }
      return Optional.of(new YamlReader(problems).convert(root.get(), lineOf(root.get()), 0));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().or(e::getContextMark).map(Mark::getLine).orElse(0) + 1;
      problems.add(line, "YAML: " + e.getProblem(), "mend it; put quotes around values");
    } catch (YamlEngineException e) {
      problems.add(1, "YAML: " + firstLine(e.getMessage()), "write it without that");
    }
    return Optional.empty();
  }

  private static String firstLine(String message) {
    return String.valueOf(message).lines().findFirst().orElse("");
  }

  private static int lineOf(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }

  private Yaml convert(Node node, int line, int depth) {
    if (node.getAnchor().isPresent()) {
      problems.add(line, "YAML: an anchor", "write the value out where it is needed");
    }
    if (depth > DEEPEST) {
      problems.add(line, "YAML: nested too deeply", "write it flatter");
      return new Yaml.Word(line, "", Yaml.Kind.NOTHING);
    }
    if (!KINDS.containsKey(node.getTag()) && !COLLECTIONS.contains(node.getTag())) {
      problems.add(line, "YAML: the tag " + node.getTag(), "write the value without a tag");
    }
    if (node instanceof ScalarNode scalar) {
      return new Yaml.Word(
          line, scalar.getValue(), KINDS.getOrDefault(node.getTag(), Yaml.Kind.TEXT));
    }
    if (node instanceof SequenceNode sequence) {
      List<Yaml> values = new ArrayList<>();
      sequence.getValue().forEach(item -> values.add(convert(item, lineOf(item), depth + 1)));
      return new Yaml.Items(line, values);
    }
    Map<String, Yaml> values = new LinkedHashMap<>();
    for (NodeTuple tuple : ((MappingNode) node).getValue()) {
      int there = lineOf(tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problems.add(there, "YAML: a key that is not a word", "write a word before the colon");
      } else if (values.put(key.getValue(), convert(tuple.getValueNode(), there, depth + 1))
          != null) {
        problems.add(there, "“" + key.getValue() + "” is given twice", "keep one of them");
      }
    }
    return new Yaml.Fields(line, values);
  }
}
