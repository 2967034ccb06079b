package org.zhitongche.classify.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.zhitongche.appeal.Classification.Reason;

class ModelTest {

    private static final Model MODEL = Decided.model();
    private static final Duration BOUND = Duration.ofSeconds(20);

    @Test
    void aTextIsToldByWhatTheDecidedOnesSaid() {
        assertEquals("税务局", MODEL.classify(null, "公司的增值税退税一直没有到账").get(0).label());
        assertEquals("供电公司", MODEL.classify("停电", "工厂又停电了").get(0).label());
    }

    @Test
    void eachLabelHasAProbabilityAndTogetherTheyAreOne() {
        List<Model.Candidate> candidates = MODEL.classify(null, "工伤认定");
        assertEquals(3, candidates.size());
        assertEquals(1, candidates.stream().mapToDouble(Model.Candidate::probability).sum(), 1e-9);
        assertTrue(candidates.get(0).probability() >= candidates.get(1).probability());
    }

    @Test
    void aTextThatSaysNothingKnownLeavesADoubt() {
        assertTrue(MODEL.classify(null, "zzz").get(0).probability() < 0.9);
        assertEquals(3, MODEL.classify(null, null).size());
        assertEquals(3, MODEL.classify("", "").size());
    }

    @Test
    void theReasonsAreWordsOfTheTextThatSpokeForIt() {
        List<Reason> reasons = MODEL.explain(null, "厂区变压器跳闸停电", "供电公司", 5);
        assertTrue(reasons.size() <= 5 && !reasons.isEmpty());
        assertTrue(reasons.get(0).weight() > 0);
        reasons.forEach(reason -> assertTrue("厂区变压器跳闸停电".contains(reason.term()), reason.term()));
    }

    @Test
    void theSameWordsSpeakAgainstAnother() {
        assertTrue(MODEL.explain(null, "变压器跳闸停电", "税务局", 5).stream().anyMatch(reason -> reason.weight() < 0));
    }

    @Test
    void aModelReadFromItsBytesSaysTheSame() {
        Model read = ModelFile.read(ModelFile.bytes(MODEL));
        String text = "电费账单比上月多一倍";
        assertEquals(MODEL.classify(null, text), read.classify(null, text));
        assertEquals(MODEL.explain(null, text, "供电公司", 9), read.explain(null, text, "供电公司", 9));
        assertEquals(MODEL.provenance(), read.provenance());
    }

    @Test
    void itTellsFromWhatAndHowItWasMade() {
        Provenance made = MODEL.provenance();
        assertEquals("made-up.csv", made.source());
        assertEquals(120, made.used());
        assertEquals(120, made.unseen().texts());
        assertTrue(made.recipes().stream().anyMatch(recipe -> recipe.contains("words")));
    }

    @Test
    void bytesThatAreCutOrChangedOrNoModelAreRefused() {
        byte[] bytes = ModelFile.bytes(MODEL);
        assertEquals(MODEL.labels(), ModelFile.labels(ModelBytes.of(bytes)));
        byte[] changed = bytes.clone();
        changed[bytes.length / 2] ^= 1;
        assertThrows(BadModel.class, () -> ModelFile.read(changed));
        assertThrows(BadModel.class, () -> ModelFile.read(java.util.Arrays.copyOf(bytes, bytes.length - 100)));
        assertThrows(BadModel.class, () -> ModelFile.read(new byte[0]));
        assertThrows(BadModel.class, () -> ModelFile.read("hello, this is no model at all, but long enough to be one.".getBytes()));
    }

    /** A megabyte of zeros is deflated to a thousandth; no more is given memory than a model may have. */
    @Test
    void aSmallFileThatClaimsMoreThanAModelMayHaveIsRefused() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(file);
        byte[] made = ModelFile.json(Decided.SOURCE).getBytes(StandardCharsets.UTF_8);
        out.write(ModelFile.bytes(MODEL), 0, 2 * Integer.BYTES);
        out.writeInt(made.length);
        out.write(made);
        DeflaterOutputStream deflated = new DeflaterOutputStream(out);
        zeros(new DataOutputStream(deflated), 1_000_000, 20);
        deflated.finish();
        out.write(sha256(file.toByteArray()));
        assertTrue(file.size() < Numbers.MOST_BYTES / 500, file.size() + " bytes");
        String refused = assertThrows(BadModel.class, () -> ModelFile.read(file.toByteArray())).getMessage();
        assertTrue(refused.contains("超过 128 MB"), refused);
    }

    /** Of one reading, in as many views as there may be, of which the first six stand there. */
    private static void zeros(DataOutputStream numbers, int terms, int labels) throws IOException {
        numbers.writeInt(labels);
        for (int label = 0; label < labels; label++) {
            numbers.writeUTF("税务局" + label);
        }
        numbers.writeInt(1);
        numbers.writeUTF(Reading.WORDS.name());
        numbers.writeInt(terms);
        numbers.writeInt(terms);
        numbers.write("\0\n".repeat(terms).getBytes(StandardCharsets.ISO_8859_1));
        numbers.writeInt(labels);
        for (int view = 0; view < 6; view++) {
            numbers.writeUTF(LinearView.FORM);
            numbers.writeUTF("zeros");
            numbers.writeUTF(Weighting.IDF.name());
            numbers.write(new byte[(terms + labels) * Float.BYTES + terms * labels]);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The bound is generous, for a busy machine; without one these would take minutes or run out of memory. */
    @Test
    void anyTextIsToldInBoundedTime() {
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(BOUND, () -> {
            MODEL.classify(null, "电".repeat(10_000_000));
            MODEL.classify("9".repeat(5_000_000), " ".repeat(10_000_000));
            MODEL.classify(null, different(100_000));
            MODEL.explain(null, different(100_000), "税务局", 10);
            MODEL.classify(null, "a1一".repeat(3_000_000));
            MODEL.classify(null, "\uD83D".repeat(1_000_000) + "停电");
        });
    }

    @Test
    void ofALongTextBeginningAndEndAreRead() {
        String filler = "，".repeat(200_000);
        assertEquals("供电公司", MODEL.classify(null, filler + "厂区变压器跳闸停电").get(0).label());
        assertEquals("税务局", MODEL.classify(null, "增值税留抵退税没有到账" + filler).get(0).label());
    }

    private static String different(int number) {
        Random random = new Random(1);
        return random.ints(number, 0x4e00, 0x9fff).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
