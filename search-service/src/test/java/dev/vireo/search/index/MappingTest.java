package dev.vireo.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The newer of two mappings is told by its number, so a changed mapping has the next one. */
final class MappingTest {
    private static final Map<Kind, Mapping> KNOWN = Map.of(
            Kind.VIDEO,
            new Mapping(7, "56aee1fdd85a7957"),
            Kind.CHANNEL,
            new Mapping(5, "665b0e5d582d83e5"),
            Kind.CAPTION,
            new Mapping(2, "d978569c099d3eec"),
            Kind.PLAYLIST,
            new Mapping(1, "62f4fc4d7f019eab"));

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
