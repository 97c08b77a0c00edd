package dev.vireo.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CommandLineTest {
    private static final Path HOUSE = Path.of("/house");

    @Test
    void withoutOptionsEverythingHasItsDefault() {
        PlatformOptions options = parse();
        assertThat(options.data()).isEqualTo(Path.of("/house/infra/local/data"));
        assertThat(options.number(PortName.GATEWAY)).isEqualTo(8080);
        assertThat(options.fresh()).isFalse();
        assertThat(options.quick()).isTrue();
    }

    @Test
    void takesEveryOption() {
        PlatformOptions options = parse(
                "--fresh",
                "--data",
                "/tmp/d",
                "--port",
                "gateway=18080",
                "--workers",
                "3",
                "--servers-only",
                "--full-speed",
                "--without",
                "api-gateway");
        assertThat(options.fresh()).isTrue();
        assertThat(options.data()).isEqualTo(Path.of("/tmp/d"));
        assertThat(options.number(PortName.GATEWAY)).isEqualTo(18080);
        assertThat(options.workers()).isEqualTo(3);
        assertThat(options.serversOnly()).isTrue();
        assertThat(options.quick()).isFalse();
        assertThat(options.without()).isEqualTo(Set.of("api-gateway"));
        assertThat(LocalInstance.all(options)).contains(new LocalInstance("second", "second.localhost:18080"));
    }

    @Test
    void anOptionGoesBeforeTheEnvironment() {
        Map<String, String> environment = Map.of("VIREO_PORT_KAFKA", "1111", "VIREO_PORT_S3", "2222");
        PlatformOptions options = CommandLine.parse(HOUSE, List.of("--port", "kafka=3333"), environment);
        assertThat(options.number(PortName.KAFKA)).isEqualTo(3333);
        assertThat(options.number(PortName.S3)).isEqualTo(2222);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--bogus | Unknown option --bogus; `infra/local/run --help` tells the known ones.",
                "--data | --data needs a value: --data DIR.",
                "--workers x | --workers needs a whole number from 1 to 64.",
                "--port kafka=0 | --port kafka=0 needs a whole number from 1 to 65535.",
                "--port kafka=8080 | Ports gateway and kafka are both 8080: choose different ones.",
                "--without x | No service is named x; there are upload-service, transcode-service, search-service, seeder-service, api-gateway."
            })
    void saysWhatIsWrong(String words, String sentence) {
        assertThatThrownBy(() -> parse(words.split(" ", -1)))
                .isInstanceOf(CommandLine.InvalidException.class)
                .hasMessage(sentence);
    }

    @Test
    void namesThePortsThereAre() {
        assertThatThrownBy(() -> parse("--port", "web=1"))
                .hasMessageStartingWith("No port is named web; there are gateway,");
    }

    private static PlatformOptions parse(String... words) {
        return CommandLine.parse(HOUSE, List.of(words), Map.of());
    }
}
