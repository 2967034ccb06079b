package org.zhitongche.papers;

/** Sets papers, in either format. */
public final class PaperSetter {

    private final PdfSetter pdf;
    private final DocxSetter docx = new DocxSetter();

    public PaperSetter(Typefaces typefaces) {
        this.pdf = new PdfSetter(typefaces);
    }

    /** @throws org.zhitongche.appeal.Refusal naming a character that no font has */
    public byte[] set(Paper paper, Format format) {
        return format == Format.PDF ? pdf.set(paper) : docx.set(paper);
    }
}
