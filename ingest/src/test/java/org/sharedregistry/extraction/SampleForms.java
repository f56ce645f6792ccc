package org.sharedregistry.extraction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/** Forms in PDF, made on the spot. */
record SampleForms(Path folder) {

    /** A page for each field: its name, then what is filled in. */
    Path filledIn(String... namesAndValues) {
        Path file = folder.resolve("form.pdf");
        try (PDDocument document = new PDDocument()) {
            PDAcroForm form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            for (int i = 0; i < namesAndValues.length; i += 2) {
                PDPage page = new PDPage();
                document.addPage(page);
                PDTextField field = new PDTextField(form);
                field.setPartialName(namesAndValues[i]);
                field.getCOSObject().setString(COSName.V, namesAndValues[i + 1]);
                PDAnnotationWidget place = field.getWidgets().get(0);
                place.setRectangle(new PDRectangle(50, 700, 200, 20));
                place.setPage(page);
                page.getAnnotations().add(place);
                form.getFields().add(field);
            }
            document.save(file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
