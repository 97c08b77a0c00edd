package dev.vireo.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Documents that are made from code. */
public final class GeneratedDocument {
    private static final Path DOCUMENTS = Path.of(System.getProperty("house.directory", "../.."), "infra", "docs");

    private GeneratedDocument() {}

    /** Fails when {@code infra/docs/<name>} is not {@code text}, and makes it so: commit it then. */
    public static void check(String name, String text) {
        Path document = DOCUMENTS.resolve(name);
        try {
            if (Files.exists(document) && Files.readString(document).equals(text)) {
                return;
            }
            Files.createDirectories(document.getParent());
            Files.writeString(document, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        throw new AssertionError("infra/docs/" + name + " was not what the code says; it is now: commit it.");
    }
}
