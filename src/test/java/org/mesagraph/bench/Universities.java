package org.mesagraph.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/** Makes up departments with their people and courses; the same number makes the same ones. */
public final class Universities {

  /** The namespace of classes and properties. */
  public static final String TERMS = "https://example.org/university/";

  private static final int DEPARTMENTS = 20;

  private final Random random = new Random(7);
  private final List<Triple> triples = new ArrayList<>();

  private Universities() {}

  /** At least so many triples, up to the end of a department. */
  public static List<Triple> triples(int count) {
    Universities made = new Universities();
    for (int department = 0; made.triples.size() < count; department++) {
      made.department(department / DEPARTMENTS, department);
    }
    return made.triples;
  }

  private void department(int universityNumber, int number) {
    Node university = node("university", universityNumber);
    Node department = node("department", number);
    if (number % DEPARTMENTS == 0) {
      type(university, "University");
    }
    type(department, "Department");
    say(department, "isPartOf", university);
    List<Node> teachers = new ArrayList<>();
    List<Node> courses = new ArrayList<>();
    for (int group = 0; group < 12; group++) {
      Node unit = node("group" + number, group);
      type(unit, "Group");
      say(unit, "isPartOf", department);
    }
    for (int i = 0; i < 35; i++) {
      Node teacher = node("teacher" + number, i);
      teachers.add(teacher);
      type(teacher, i < 25 ? "Professor" : "Lecturer");
      say(teacher, i == 0 ? "heads" : "worksFor", department);
      literal(teacher, "name");
      literal(teacher, "address");
      say(teacher, "holdsDegreeOf", node("university", random.nextInt(universityNumber + 1)));
      for (int c = 0; c < 2; c++) {
        Node course = node("course" + number, 2 * i + c);
        courses.add(course);
        type(course, "Course");
        say(teacher, "teaches", course);
      }
    }
    for (int i = 0; i < 400; i++) {
      Node student = node("student" + number, i);
      boolean postgraduate = i % 5 == 0;
      type(student, postgraduate ? "Postgraduate" : "Student");
      literal(student, "name");
      say(student, "belongsTo", department);
      for (int c = 0; c < 2 + random.nextInt(3); c++) {
        say(student, "takes", courses.get(random.nextInt(courses.size())));
      }
      if (postgraduate) {
        say(teachers.get(random.nextInt(teachers.size())), "advises", student);
        say(student, "holdsDegreeOf", node("university", random.nextInt(universityNumber + 1)));
      }
    }
  }

  private void type(Node thing, String type) {
    triples.add(Triple.create(thing, RDF.type.asNode(), NodeFactory.createURI(TERMS + type)));
  }

  private void say(Node subject, String property, Node object) {
    triples.add(Triple.create(subject, NodeFactory.createURI(TERMS + property), object));
  }

  private void literal(Node subject, String property) {
    say(subject, property, NodeFactory.createLiteralString(property + " of " + subject.getURI()));
  }

  private static Node node(String kind, int number) {
    return NodeFactory.createURI("https://example.org/" + kind + "/" + number);
  }
}
