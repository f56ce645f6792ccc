package org.sharedregistry.benchmark;

import java.io.InputStream;
import java.nio.file.Path;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.sax.BodyContentHandler;

/** What there is to beat: Tika as it comes, without recognition, in one JVM, one parser shared by all threads. */
final class BareTika {

    /** Tika without recognition, for its server as well. */
    static final String CONFIGURATION = "tika.xml";

    private BareTika() {}

    /** @param arguments how many threads there are to be */
    public static void main(String[] arguments) throws Exception {
        try (InputStream configuration = BareTika.class.getResourceAsStream(CONFIGURATION)) {
            AutoDetectParser parser = new AutoDetectParser(new TikaConfig(configuration));
            ReadingSide.serve(Integer.parseInt(arguments[0]), file -> characters(parser, file));
        }
    }

    private static long characters(AutoDetectParser parser, Path file) throws Exception {
        BodyContentHandler body = new BodyContentHandler(-1);
        try (TikaInputStream in = TikaInputStream.get(file)) {
            parser.parse(in, body, new Metadata(), new ParseContext());
        }
        return body.toString().length();
    }
}
