package org.sharedregistry.extraction;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;

/** What is filled into the form of a PDF, page by page; Tika tells it only behind the last page. */
final class PdfForm {

    private final PDDocument document;
    private final IdentityHashMap<COSDictionary, PDTerminalField> fields = new IdentityHashMap<>();

    PdfForm(PDDocument document) {
        this.document = document;
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        if (form != null) {
            for (PDField field : form.getFieldTree()) {
                if (field instanceof PDTerminalField terminal) {
                    terminal.getWidgets().forEach(widget -> fields.put(widget.getCOSObject(), terminal));
                }
            }
        }
    }

    /** The names and values of the fields that stand on a page, a line each. */
    String textOn(int number) throws IOException {
        if (fields.isEmpty() || number > document.getNumberOfPages()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        PDPage page = document.getPage(number - 1);
        for (PDAnnotation annotation : page.getAnnotations()) {
            PDTerminalField field =
                    annotation instanceof PDAnnotationWidget ? fields.get(annotation.getCOSObject()) : null;
            if (field != null && !valueOf(field).isEmpty()) {
                text.append('\n').append(nameOf(field)).append(": ").append(valueOf(field));
            }
        }
        return text.toString();
    }

    private static String valueOf(PDTerminalField field) {
        if (!(field instanceof PDSignatureField signed)) {
            return field.getValueAsString();
        }
        PDSignature signature = signed.getSignature();
        return signature == null
                ? ""
                : Stream.of(signature.getName(), signature.getLocation(), signature.getReason())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", "));
    }

    private static String nameOf(PDTerminalField field) {
        String shown = field.getAlternateFieldName();
        return shown == null ? field.getPartialName() : shown;
    }
}
