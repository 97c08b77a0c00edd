package dev.vireo.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a user starts it, on a disk of one megabyte that nobody else sees. */
final class FullDiskTest {
    private static final String MOUNT = "mount -t tmpfs -o size=1m tmpfs \"$0\" && echo mounted && exec \"$@\"";

    /** For root, for users where the kernel allows it, and for those who may become root. */
    private static final List<List<String>> NAMESPACES =
            List.of(List.of("unshare", "-m"), List.of("unshare", "-Urm"), List.of("sudo", "-n", "unshare", "-m"));

    @TempDir
    Path folder;

    @Test
    void saysWhatToDoAndStartsNothing() throws IOException, InterruptedException {
        List<String> answers = new ArrayList<>();
        for (List<String> namespace : NAMESPACES) {
            answers.add(launchIn(namespace));
            if (answers.getLast().contains("mounted")) {
                break;
            }
        }
        assertThat(answers.getLast())
                .as("%s", answers)
                .contains("The disk of " + folder)
                .contains("has 0.0 GiB left and the servers need 2 GiB: free some space or choose another folder")
                .doesNotContain("Exception")
                .endsWith("exit 1");
    }

    private String launchIn(List<String> namespace) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(namespace);
        command.addAll(List.of("sh", "-c", MOUNT, folder.toString()));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Launcher.class.getName()));
        command.addAll(
                List.of(folder.toString(), "--data", folder.resolve("data").toString()));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return output + "exit " + process.waitFor();
        } catch (IOException none) {
            return namespace.getFirst() + " is not there";
        }
    }
}
