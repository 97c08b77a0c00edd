package dev.vireo.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The newer of two mappings is told by its number, so a changed mapping has the next one. */
final class MappingTest {
    private static final Map<Kind, Mapping> KNOWN = Map.of(
            Kind.VIDEO,
            new Mapping(7, "c687a775dfdb6697"),
            Kind.CHANNEL,
            new Mapping(6, "8f169b30220f4915"),
            Kind.CAPTION,
            new Mapping(3, "a5ae17d4fdb77b18"),
            Kind.PLAYLIST,
            new Mapping(2, "4c79faea8732622e"));

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
