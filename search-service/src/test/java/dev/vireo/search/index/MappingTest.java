package dev.vireo.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The newer of two mappings is told by its number, so a changed mapping has the next one. */
final class MappingTest {
    private static final Map<Kind, Mapping> KNOWN = Map.of(
            Kind.VIDEO,
            new Mapping(7, "9dadaa1252e29bff"),
            Kind.CHANNEL,
            new Mapping(6, "1a6c72a4fa5f13a2"),
            Kind.CAPTION,
            new Mapping(3, "22b90d4a5153ced6"),
            Kind.PLAYLIST,
            new Mapping(2, "34de7709e3758b8d"));

    @ParameterizedTest
    @EnumSource
    void aChangedMappingHasTheNextNumber(Kind kind) {
        assertThat(Mapping.of(kind))
                .as(
                        "index/%s.json has changed: give it the next number in _meta, and write both down here",
                        kind.word())
                .isEqualTo(KNOWN.get(kind));
    }
}
