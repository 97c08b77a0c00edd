package dev.vireo.seeder.torrent;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes bencode; every value has one form only. */
public final class Bencode {

    private Bencode() {}

    /** The value's one form. */
    public static byte[] encode(BencodeValue value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(value, out);
        return out.toByteArray();
    }

    private static void write(BencodeValue value, ByteArrayOutputStream out) {
        switch (value) {
            case BencodeString string -> {
                ascii(string.length() + ":", out);
                out.writeBytes(string.bytes());
            }
            case BencodeInteger integer -> ascii("i" + integer.value() + "e", out);
            case BencodeList list -> {
                out.write('l');
                list.values().forEach(element -> write(element, out));
                out.write('e');
            }
            case BencodeDictionary dictionary -> {
                out.write('d');
                dictionary.entries().forEach((key, element) -> {
                    write(key, out);
                    write(element, out);
                });
                out.write('e');
            }
        }
    }

    private static void ascii(String text, ByteArrayOutputStream out) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
