package dev.vireo.gateway.playlist;

import dev.vireo.contracts.catalog.v1.ElementSight;
import dev.vireo.contracts.catalog.v1.SeenElement;
import dev.vireo.gateway.catalog.VideoMapper;

/** Elements of playlists from the contract to ours. */
final class ElementMapper {
    private ElementMapper() {}

    static ElementView view(SeenElement element) {
        ElementView.Kind kind = kind(element.getSight());
        return new ElementView(
                element.getId(),
                element.getPosition(),
                element.hasStartSeconds() ? Integer.valueOf(element.getStartSeconds()) : null,
                element.hasStopSeconds() ? Integer.valueOf(element.getStopSeconds()) : null,
                kind,
                kind == ElementView.Kind.REGULAR ? VideoMapper.view(element.getVideo()) : null);
    }

    /** What is not known yet is not shown. */
    private static ElementView.Kind kind(ElementSight sight) {
        return switch (sight) {
            case ELEMENT_SIGHT_SEEN -> ElementView.Kind.REGULAR;
            case ELEMENT_SIGHT_DELETED -> ElementView.Kind.DELETED;
            case ELEMENT_SIGHT_PRIVATE -> ElementView.Kind.PRIVATE;
            case ELEMENT_SIGHT_UNAVAILABLE, ELEMENT_SIGHT_UNSPECIFIED, UNRECOGNIZED -> ElementView.Kind.UNAVAILABLE;
        };
    }
}
