package dev.vireo.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ElasticsearchArgumentsTest {

    @Test
    void longAndForeignTextsHaveTheirLengthInUnits() {
        String value = "é".repeat(130);
        byte[] bytes = new ElasticsearchArguments(Map.of("path.data", value), Path.of("/c"), Path.of("/l")).bytes();
        String units = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(units).contains("\001\011path.data\000\202\001Ã©Ã©").endsWith("\002/c\002/l");
        assertThat(new String(bytes, StandardCharsets.UTF_8)).contains(value);
    }
}
