package dev.vireo.upload.playlist;

import org.springframework.stereotype.Component;

/** Makes changes of playlists durable and tells of them, within the present transaction. */
@Component
final class PlaylistChanges {
    private final JdbcPlaylistRepository playlists;
    private final JdbcElementRepository elements;
    private final PlaylistEvents events;

    PlaylistChanges(JdbcPlaylistRepository playlists, JdbcElementRepository elements, PlaylistEvents events) {
        this.playlists = playlists;
        this.elements = elements;
        this.events = events;
    }

    void made(Playlist playlist) {
        playlists.insert(playlist);
        events.created(playlist);
    }

    /** Its elements are as before. */
    void changed(Playlist playlist) {
        playlists.update(playlist);
        told(playlist);
    }

    void changed(Playlist playlist, Elements changed) {
        playlists.update(playlist);
        elements.save(playlist.id(), changed);
        events.updated(playlist, changed);
    }

    void removed(Playlist playlist) {
        playlists.delete(playlist.id());
        events.deleted(playlist);
    }

    /** Nothing but the words of its channel changed. */
    void told(Playlist playlist) {
        events.updated(playlist, elements.of(playlist.id()));
    }
}
