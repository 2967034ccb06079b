package org.zhitongche.papers;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Sets papers as PDF: A4, with the fonts' needed parts inside, and nothing ever loaded from anywhere. */
final class PdfSetter {

    private static final String BOLD = "bold";

    static {
        XRLog.setLoggingEnabled(false);
    }

    private final Typefaces typefaces;

    PdfSetter(Typefaces typefaces) {
        this.typefaces = typefaces;
    }

    /** One at a time: the fonts in memory are read from one place. @throws org.zhitongche.appeal.Refusal naming a character that no font has */
    synchronized byte[] set(Paper paper) {
        List<Typeface> faces = new ArrayList<>(typefaces.neededFor(paper.texts().toList()));
        // The marks around the page's number and an empty paper need a font, too.
        typefaces.neededFor(List.of("—1")).stream().filter(face -> !faces.contains(face)).forEach(faces::add);
        List<String> families = IntStream.range(0, faces.size()).mapToObj(at -> "text" + at).toList();
        try (PDDocument document = new PDDocument()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PdfRendererBuilder builder = sealed(new PdfRendererBuilder()).usePDDocument(document).usePdfUaAccessibility(true).useFastMode().toStream(out)
                    .withW3cDocument(PaperPage.of(paper, families, BOLD), null);
            for (int at = 0; at < faces.size(); at++) {
                builder.useFont(embedded(document, faces.get(at)), families.get(at));
            }
            builder.useFont(embedded(document, typefaces.bold()), BOLD);
            document.getDocumentInformation().setTitle(paper.title() + " " + paper.number());
            builder.run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever a paper may name, no file, address or class path is asked for it. */
    private static PdfRendererBuilder sealed(PdfRendererBuilder builder) {
        return builder.useUriResolver((base, uri) -> null)
                .useHttpStreamImplementation(uri -> null)
                .useExternalResourceAccessControl((uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl((uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
    }

    private static PDFontSupplier embedded(PDDocument document, Typeface face) throws IOException {
        return new PDFontSupplier(PDType0Font.load(document, face.font(), true));
    }
}
