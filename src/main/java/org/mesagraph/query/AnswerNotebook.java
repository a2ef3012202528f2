package org.mesagraph.query;

import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNull;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;
import org.mesagraph.base.Prefixes;

/**
 * A Jupyter notebook that asks for an answer and makes a table of it, with nothing but the standard
 * library of Python, or pandas where that is there. It holds no rows itself, so that it never ages.
 *
 * @see <a href="https://nbformat.readthedocs.io/en/latest/format_description.html">nbformat 4.5</a>
 */
public final class AnswerNotebook {

  private static final int MAJOR = 4;
  private static final int MINOR = 5;

  private AnswerNotebook() {}

  /** The notebook of an answer's query and arguments. */
  public static JsonObject of(Answer answer, Prefixes prefixes, Publication publication) {
    SavedQuery query = answer.query();
    String url = publication.address(answer, ".json", prefixes);
    JsonArray cells = new JsonArray();
    cells.add(
        cell(
            "markdown",
            "about",
            "# "
                + query.header().summary()
                + "\n\n"
                + (query.header().description().isBlank()
                    ? ""
                    : query.header().description().strip() + "\n\n")
                + "Mesagraph, [saved query “"
                + query.name()
                + "”]("
                + publication.address(query)
                + "). Licence: [CC BY 4.0]("
                + Publication.LICENCE
                + ")."));
    cells.add(
        cell(
            "code",
            "fetch",
            Resource.text("notebook-fetch.py").replace("${url}", new JsonString(url).toString())));
    cells.add(
        cell(
            "code",
            "table",
            Resource.text(answer.ask().isPresent() ? "notebook-truth.py" : "notebook-table.py")));
    JsonObject notebook = new JsonObject();
    notebook.put("cells", cells);
    notebook.put("metadata", JSON.parse(Resource.text("notebook-metadata.json")));
    notebook.put("nbformat", MAJOR);
    notebook.put("nbformat_minor", MINOR);
    return notebook;
  }

  private static JsonObject cell(String type, String id, String text) {
    JsonObject cell = new JsonObject();
    cell.put("cell_type", type);
    if (type.equals("code")) {
      cell.put("execution_count", JsonNull.instance);
    }
    cell.put("id", id);
    cell.put("metadata", new JsonObject());
    if (type.equals("code")) {
      cell.put("outputs", new JsonArray());
    }
    cell.put("source", lines(text.strip()));
    return cell;
  }

  /** The lines, each but the last with its end, as the format has them. */
  private static JsonValue lines(String text) {
    JsonArray array = new JsonArray();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      array.add(lines.get(i) + (i < lines.size() - 1 ? "\n" : ""));
    }
    return array;
  }
}
