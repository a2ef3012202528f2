package org.mesagraph.write;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.JsonLdOptions.ProcessingPolicy;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIxResolver;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.RDFParserRegistry;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ParserProfile;
import org.apache.jena.riot.system.ParserProfileStd;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.riot.system.RiotLib;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.Context;
import org.mesagraph.write.RefusedException.Reason;

/** Reads RDF out of the body of a request, all of it or nothing. */
final class RdfBody {

  private RdfBody() {}

  /**
   * The statements of a body; what is in no graph of its own is in the default graph. Blank nodes
   * are none of any other text.
   *
   * @throws RefusedException with everything that is wrong, if anything is
   */
  static List<Quad> read(byte[] bytes, Syntax syntax) {
    String text = StrictText.of(bytes);
    Nesting.check(text, syntax.family());
    return OwnStack.run(() -> parse(text, syntax));
  }

  private static List<Quad> parse(String text, Syntax syntax) {
    Complaints complaints = new Complaints();
    Collector collector = new Collector(complaints);
    Context context = ARQ.getContext().copy();
    context.set(LangJSONLD11.JSONLD_OPTIONS, closed());
    ParserProfile profile =
        new CheckedProfile(
            new ParserProfileStd(
                RiotLib.factoryRDF(),
                complaints,
                IRIxResolver.create(Complaints.BASE).resolve(true).allowRelative(false).build(),
                PrefixMapFactory.create(),
                context,
                true,
                true),
            complaints);
    try {
      RDFParserRegistry.getFactory(syntax.lang())
          .create(syntax.lang(), profile)
          .read(
              new StringReader(text),
              Complaints.BASE,
              syntax.lang().getContentType(),
              collector.stream(),
              context);
    } catch (RiotException e) {
      if (complaints.all().isEmpty()) {
        complaints.error(e.getMessage(), 0, 0);
      }
    } catch (RuntimeException e) {
      // a parser that falls over its own message, as that of RDF/XML does, has found something
      complaints.error("it cannot be read", 0, 0);
    }
    List<Defect> defects = complaints.all();
    if (!defects.isEmpty()) {
      throw new RefusedException(Reason.MALFORMED, defects.get(0).toString(), defects);
    }
    return collector.quads();
  }

  /**
   * Options of JSON-LD under which no context is fetched from anywhere and no key is left out in
   * silence. Jena sets the base in the options that it is given, so that every text needs its own.
   */
  private static JsonLdOptions closed() {
    JsonLdOptions options =
        new JsonLdOptions(
            (url, more) -> {
              throw new JsonLdError(
                  JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED,
                  "the context " + url + " is not fetched: write it into the text");
            });
    options.setUndefinedTermsPolicy(ProcessingPolicy.Fail);
    return options;
  }

  /**
   * Gathers what a parser finds.
   *
   * @param quads so far
   */
  private record Collector(Complaints complaints, List<Quad> quads) {

    Collector(Complaints complaints) {
      this(complaints, new ArrayList<>());
    }

    StreamRDF stream() {
      return new StreamRDFBase() {
        @Override
        public void triple(Triple triple) {
          quads.add(Quad.create(Quad.defaultGraphIRI, triple));
        }

        @Override
        public void quad(Quad quad) {
          boolean unnamed = quad.getGraph() == null || quad.isDefaultGraph();
          if (!unnamed) {
            complaints.checkGraph(quad.getGraph());
          }
          quads.add(unnamed ? Quad.create(Quad.defaultGraphIRI, quad.asTriple()) : quad);
        }
      };
    }
  }
}
