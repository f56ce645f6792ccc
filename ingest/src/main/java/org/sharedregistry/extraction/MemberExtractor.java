package org.sharedregistry.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.extractor.microsoft.MSEmbeddedStreamTranslator;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.metadata.TikaCoreProperties.EmbeddedResourceType;
import org.xml.sax.ContentHandler;

/** Takes as members what Tika finds embedded in a file: attachments and inserted files, not the pictures in its text. */
final class MemberExtractor implements EmbeddedDocumentExtractor {

    /** What a program keeps in a file for itself, or shows as part of the page. */
    private static final Set<String> NO_MEMBERS = Set.of(
            EmbeddedResourceType.INLINE.name(),
            EmbeddedResourceType.MACRO.name(),
            EmbeddedResourceType.METADATA.name(),
            EmbeddedResourceType.FONT.name(),
            EmbeddedResourceType.THUMBNAIL.name(),
            EmbeddedResourceType.RENDERING.name(),
            EmbeddedResourceType.VERSION.name());

    private final MSEmbeddedStreamTranslator microsoft = new MSEmbeddedStreamTranslator();
    private final Members members;
    private final boolean keepsPictures;

    /** @param keepsPictures whether a picture is something attached, rather than part of a text */
    MemberExtractor(Members members, boolean keepsPictures) {
        this.members = members;
        this.keepsPictures = keepsPictures;
    }

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
        String kind = metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE);
        String type = metadata.get(Metadata.CONTENT_TYPE);
        boolean picture = type != null && type.startsWith("image/");
        return (kind == null || !NO_MEMBERS.contains(kind)) && (keepsPictures || !picture);
    }

    @Override
    public void parseEmbedded(InputStream in, ContentHandler handler, Metadata metadata, boolean outputHtml) {
        try {
            // An object of an old office file is a folder in it, and no bytes until it is written out.
            members.take(
                    name(metadata), microsoft.shouldTranslate(in, metadata) ? microsoft.translate(in, metadata) : in);
        } catch (IOException e) {
            // It is counted and told; the file around it is read on.
            members.countDamaged();
        }
    }

    private static String name(Metadata metadata) {
        String name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
        return name == null || name.isBlank() ? "attachment" : name;
    }
}
