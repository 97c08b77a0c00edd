package dev.vireo.local.service;

import dev.vireo.local.server.DataFolder;
import dev.vireo.local.server.ExclusiveWork;
import dev.vireo.local.server.OneShotProcess;
import dev.vireo.local.server.OwnedFolders;
import dev.vireo.local.server.ServerCommand;
import dev.vireo.local.server.ServerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A service's jar, extracted once per build beside it, with an AOT cache once it has been trained. */
final class ServiceLayout {
    private static final Duration EXTRACT_LIMIT = Duration.ofMinutes(1);
    private static final Duration TRAINING_LIMIT = Duration.ofMinutes(2);

    private static final String MARKER = "build.txt";

    private final String name;
    private final Path jar;
    private final Path folder;
    private final DataFolder data;

    ServiceLayout(String name, Path jar, DataFolder data) {
        this.name = name;
        this.jar = jar;
        this.folder = Objects.requireNonNull(jar.getParent()).resolve("extracted");
        this.data = data;
    }

    /** The thin jar whose libraries lie beside it. */
    Path thinJar() {
        return folder.resolve(String.valueOf(jar.getFileName()));
    }

    Path aotCache() {
        return folder.resolve("service.aot");
    }

    boolean isTrained() {
        return Files.exists(aotCache()) && isExtracted();
    }

    /** Extracts the jar unless that was done with this very build of it. */
    void extract() {
        ExclusiveWork.run(folder.resolveSibling("extract.lock"), () -> {
            if (isExtracted()) {
                return;
            }
            if (Files.exists(folder)) {
                OwnedFolders.delete(folder);
            }
            OneShotProcess.run(
                    "Extracting " + jar.getFileName(),
                    new ServerCommand(
                            List.of(
                                    java(),
                                    "-Djarmode=tools",
                                    "-jar",
                                    jar.toString(),
                                    "extract",
                                    "--destination",
                                    folder.toString()),
                            Map.of(),
                            data.root()),
                    data.log(name),
                    EXTRACT_LIMIT);
            Files.writeString(folder.resolve(MARKER), build());
        });
    }

    private boolean isExtracted() {
        try {
            Path marker = folder.resolve(MARKER);
            return Files.exists(marker) && Files.readString(marker).equals(build());
        } catch (IOException e) {
            return false;
        }
    }

    private String build() throws IOException {
        return Files.size(jar) + " " + Files.getLastModifiedTime(jar).toMillis() + " " + Runtime.version();
    }

    /** Records a start against the real servers, once per build; a failed recording is only a slower start later. */
    void train(List<String> flags, List<String> arguments, Map<String, String> environment) {
        Path failed = folder.resolve("training.failed");
        ExclusiveWork.run(folder.resolve("train.lock"), () -> {
            if (Files.exists(aotCache()) || Files.exists(failed)) {
                return;
            }
            Path partial = folder.resolve("partial.aot");
            List<String> words = new ArrayList<>(flags);
            words.addFirst(java());
            words.addAll(List.of("-XX:AOTCacheOutput=" + partial, "-Dspring.context.exit=onRefresh"));
            words.addAll(arguments);
            boolean recorded = record(new ServerCommand(words, environment, data.root()));
            if (recorded && Files.exists(partial)) {
                Files.move(partial, aotCache());
            } else {
                Files.createFile(failed);
            }
        });
    }

    /** Too slow a recording on a busy machine is given up, not waited for; only Ctrl-C ends the start. */
    private boolean record(ServerCommand command) {
        try {
            Path log = data.log(name + "-training");
            return OneShotProcess.exitCode("Recording " + name, command, log, TRAINING_LIMIT) == 0;
        } catch (ServerException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return false;
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
