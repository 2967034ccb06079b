package org.zhitongche.classify.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A model as bytes: a mark, the format's number, the provenance as JSON, the numbers (deflated: most weights are near
 * nothing), and the SHA-256 of all before. Nothing in it is run or made into objects of its own choice.
 */
public final class ModelFile {

    private static final int MARK = 0x5A54434D;
    private static final int FORMAT = 6;
    private static final int DIGEST = 32;
    private static final int MOST_LABELS = 5_000;
    private static final int MOST_JSON = 1_000_000;
    private static final int MOST_VIEWS = 20;
    /** Of one view. */
    static final int MOST_WEIGHTS = 20_000_000;
    private static final int BUFFER = 1 << 16;
    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private ModelFile() {}

    public static byte[] bytes(Model model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MARK);
            out.writeInt(FORMAT);
            byte[] provenance = JSON.writeValueAsBytes(model.provenance());
            out.writeInt(provenance.length);
            out.write(provenance);
            deflate(out, model);
            out.write(sha().digest(bytes.toByteArray()));
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new BadModel("模型无法写出：" + e.getMessage(), e);
        }
    }

    /** @throws BadModel where the bytes are no whole model of this program */
    public static Model read(byte[] bytes) {
        return read(ModelBytes.of(bytes));
    }

    /** @throws BadModel where the bytes are no whole model of this program */
    public static Model read(ModelBytes bytes) {
        refuseBroken(bytes);
        return numbers(bytes, ModelFile::read);
    }

    /**
     * What it can tell, without reading its weights.
     *
     * @param head the beginning of a model that was read whole before, past its labels
     */
    public static List<String> labels(ModelBytes head) {
        return numbers(head, (numbers, provenance) -> labels(numbers));
    }

    private static void refuseBroken(ModelBytes bytes) {
        long length = bytes.size() - DIGEST;
        try (DataInputStream in = buffered(bytes)) {
            in.mark(2 * Integer.BYTES);
            if (length < 3 * Integer.BYTES || in.readInt() != MARK) {
                throw new BadModel("不是模型文件");
            }
            int format = in.readInt();
            if (format != FORMAT) {
                throw new BadModel("模型文件的格式号是 " + format + "，本程序只读 " + FORMAT + "，请重新训练");
            }
            in.reset();
            if (!Arrays.equals(digest(in, length), in.readNBytes(DIGEST))) {
                throw new BadModel("模型文件已损坏或不完整（校验不符）");
            }
        } catch (IOException e) {
            throw new BadModel("模型文件无法读取：" + e.getMessage(), e);
        }
    }

    /** What is made of the numbers that stand behind a provenance. */
    @FunctionalInterface
    private interface FromNumbers<T> {
        T of(Numbers numbers, Provenance provenance) throws IOException;
    }

    private static <T> T numbers(ModelBytes bytes, FromNumbers<T> reading) {
        try (DataInputStream in = buffered(bytes)) {
            in.skipNBytes(2 * Integer.BYTES);
            byte[] provenance = new byte[size(in, MOST_JSON)];
            in.readFully(provenance);
            try (Numbers numbers = new Numbers(new BufferedInputStream(new InflaterInputStream(in), BUFFER))) {
                return reading.of(numbers, JSON.readValue(provenance, Provenance.class));
            }
        } catch (IOException | ArithmeticException | IllegalArgumentException e) {
            throw new BadModel("模型文件的内容不合格式：" + e.getMessage(), e);
        }
    }

    private static DataInputStream buffered(ModelBytes bytes) throws IOException {
        return new DataInputStream(new BufferedInputStream(bytes.open(), BUFFER));
    }

    /** @throws BadModel where there is no such file or it is no model */
    public static Model read(Path path) {
        try {
            return read(ModelBytes.of(path));
        } catch (IOException e) {
            throw new BadModel(path + "：无法读取模型文件", e);
        } catch (BadModel e) {
            throw new BadModel(path + "：" + e.getMessage(), e);
        }
    }

    public static String json(Provenance provenance) {
        try {
            return JSON.writeValueAsString(provenance);
        } catch (IOException e) {
            throw new BadModel("模型的来历无法写出：" + e.getMessage(), e);
        }
    }

    public static Provenance provenance(String json) {
        try {
            return JSON.readValue(json, Provenance.class);
        } catch (IOException e) {
            throw new BadModel("模型的来历无法读取：" + e.getMessage(), e);
        }
    }

    public static String sha256(ModelBytes bytes) {
        try (InputStream in = bytes.open()) {
            return HexFormat.of().formatHex(digest(in, bytes.size()));
        } catch (IOException e) {
            throw new BadModel("模型文件无法读取：" + e.getMessage(), e);
        }
    }

    private static void deflate(DataOutputStream out, Model model) throws IOException {
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try {
            DeflaterOutputStream deflated = new DeflaterOutputStream(out, fast, BUFFER);
            DataOutputStream numbers = new DataOutputStream(new BufferedOutputStream(deflated, BUFFER));
            write(numbers, model);
            numbers.flush();
            deflated.finish();
        } finally {
            fast.end();
        }
    }

    private static void write(DataOutput out, Model model) throws IOException {
        out.writeInt(model.labels().size());
        for (String label : model.labels()) {
            out.writeUTF(label);
        }
        out.writeInt(model.views().size());
        for (Map.Entry<Reading, List<View>> reading : model.views().entrySet()) {
            out.writeUTF(reading.getKey().name());
            model.vocabularies().get(reading.getKey()).write(out);
            out.writeInt(reading.getValue().size());
            for (View view : reading.getValue()) {
                view.write(out);
            }
        }
        model.fusion().write(out);
        model.sureness().write(out);
    }

    private static Model read(Numbers in, Provenance provenance) throws IOException {
        List<String> labels = labels(in);
        Map<Reading, Vocabulary> vocabularies = new EnumMap<>(Reading.class);
        Map<Reading, List<View>> views = new EnumMap<>(Reading.class);
        int number = 0;
        for (int left = size(in, Reading.values().length); left > 0; left--) {
            Reading reading = constant(Reading.class, in.text());
            vocabularies.put(reading, Vocabulary.read(in));
            List<View> each = new ArrayList<>();
            for (int more = size(in, MOST_VIEWS); more > 0; more--) {
                each.add(View.read(in, vocabularies.get(reading).size(), labels.size()));
            }
            views.put(reading, List.copyOf(each));
            number += each.size();
        }
        return new Model(provenance, labels, vocabularies, views, Fusion.read(in, number, labels.size()), Sureness.read(in, number));
    }

    private static List<String> labels(Numbers in) throws IOException {
        List<String> labels = new ArrayList<>();
        for (int left = size(in, MOST_LABELS); left > 0; left--) {
            labels.add(in.text());
        }
        return labels;
    }

    static byte[] weights(Numbers in, int rows, int columns) throws IOException {
        int number = size((int) Math.min(Integer.MAX_VALUE, (long) rows * columns), MOST_WEIGHTS);
        in.claim(number);
        byte[] weights = new byte[number];
        in.readFully(weights);
        return weights;
    }

    static int size(DataInputStream in, int most) throws IOException {
        return size(in.readInt(), most);
    }

    private static int size(int size, int most) throws IOException {
        if (size < 0 || size > most) {
            throw new IOException("数量 " + size + " 不合理");
        }
        return size;
    }

    static <E extends Enum<E>> E constant(Class<E> type, String name) throws IOException {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw unknown(name);
        }
    }

    static IOException unknown(String name) {
        return new IOException("不认识 " + name.substring(0, Math.min(40, name.length())));
    }

    static void write(DataOutput out, float[] numbers) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Float.BYTES);
        bytes.asFloatBuffer().put(numbers);
        out.write(bytes.array());
    }

    static float[] floats(Numbers in, int number) throws IOException {
        in.claim((long) number * Float.BYTES);
        byte[] bytes = new byte[number * Float.BYTES];
        in.readFully(bytes);
        float[] numbers = new float[number];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(numbers);
        return numbers;
    }

    private static byte[] digest(InputStream in, long length) throws IOException {
        MessageDigest sha = sha();
        byte[] buffer = new byte[BUFFER];
        long left = length;
        for (int read = 0; left > 0 && read >= 0; left -= Math.max(0, read)) {
            read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            sha.update(buffer, 0, Math.max(0, read));
        }
        return sha.digest();
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
