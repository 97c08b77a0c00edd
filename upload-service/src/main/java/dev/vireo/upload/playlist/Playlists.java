package dev.vireo.upload.playlist;

import dev.vireo.kit.Ids;
import dev.vireo.kit.ShortUuid;
import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Caller;
import dev.vireo.upload.channel.Account;
import dev.vireo.upload.channel.Accounts;
import dev.vireo.upload.channel.Channel;
import dev.vireo.upload.channel.ChannelId;
import dev.vireo.upload.channel.Channels;
import dev.vireo.upload.channel.Listing;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The playlists of all instances, changed by owner or administrator only; each change goes out as an event. */
@Service
class Playlists {
    private final JdbcPlaylistRepository playlists;
    private final PlaylistChanges changes;
    private final Accounts accounts;
    private final Channels channels;
    private final PlaylistProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Playlists(
            JdbcPlaylistRepository playlists,
            PlaylistChanges changes,
            Accounts accounts,
            Channels channels,
            PlaylistProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.playlists = playlists;
        this.changes = changes;
        this.accounts = accounts;
        this.channels = channels;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** By UUID or short id; NOT_FOUND when the caller may not see it. */
    Playlist visible(Caller caller, String id) {
        return playlistId(id)
                .flatMap(known -> playlists.byId(caller.instance(), known))
                .filter(playlist -> playlist.isVisibleTo(caller))
                .orElseThrow(() -> notFound(id));
    }

    Listing<Playlist> own(Caller caller, PlaylistQuery query) {
        return playlists.list(accounts.of(caller), query);
    }

    Playlist create(Caller caller, PlaylistDetails details, String channelId) {
        Account owner = accounts.of(caller);
        return transact(() -> {
            // The channel before the account, as those do who put a video into it.
            Channel channel = target(owner, channelId, hold(caller, channelId));
            PlaylistRules.checked(details, channel);
            accounts.lock(owner.id());
            if (playlists.countOf(owner) >= properties.maxPerAccount()) {
                throw new PlatformException(
                        KitErrorCode.FAILED_PRECONDITION,
                        "An account may have " + properties.maxPerAccount() + " playlists: delete one first.");
            }
            Instant now = now();
            Playlist made = new Playlist(new PlaylistId(Ids.newId()), 1, owner, channel, details, 0, null, now, now);
            changes.made(made);
            return made;
        });
    }

    Playlist update(Caller caller, String id, PlaylistChange change) {
        return transact(() -> {
            caller.requireSubject();
            // Before the playlist, as its deletion with a channel does.
            Optional<Channel> held = Optional.ofNullable(change.channelId()).flatMap(to -> hold(caller, to));
            Playlist present = editable(caller, id, change.revision());
            Channel channel =
                    change.channelId() == null ? present.channel() : target(present.owner(), change.channelId(), held);
            PlaylistDetails details = PlaylistRules.checked(change.over(present.details()), channel);
            Playlist changed = present.with(details, channel, now());
            changes.changed(changed);
            return changed;
        });
    }

    void delete(Caller caller, String id) {
        transact(() -> {
            Playlist present = editable(caller, id, null);
            changes.removed(present);
            return present;
        });
    }

    /** Locks one that the caller may change, within the present transaction; CONFLICT at another revision. */
    Playlist editable(Caller caller, String id, @Nullable Long revision) {
        caller.requireSubject();
        Playlist playlist = playlistId(id)
                .flatMap(known -> playlists.lock(caller.instance(), known))
                .filter(found -> found.isVisibleTo(caller))
                .orElseThrow(() -> notFound(id));
        if (!playlist.mayBeEditedBy(caller)) {
            throw new PlatformException(KitErrorCode.FORBIDDEN, "Only its owner may change this playlist.");
        }
        if (revision != null && revision != playlist.revision()) {
            throw new PlatformException(
                    KitErrorCode.CONFLICT, "Somebody changed the playlist meanwhile: read it again.");
        }
        return playlist;
    }

    private Optional<Channel> hold(Caller caller, String channelId) {
        try {
            return channelId.isEmpty()
                    ? Optional.empty()
                    : channels.hold(caller.instance(), new ChannelId(UUID.fromString(channelId)));
        } catch (IllegalArgumentException malformed) {
            throw PlatformException.invalid("videoChannelId", "must be a UUID.");
        }
    }

    private static @Nullable Channel target(Account owner, String channelId, Optional<Channel> held) {
        if (channelId.isEmpty()) {
            return null;
        }
        return held.filter(channel -> channel.owner().id().equals(owner.id()))
                .orElseThrow(() ->
                        PlatformException.invalid("videoChannelId", "must be a channel of the playlist's owner."));
    }

    private static Optional<PlaylistId> playlistId(String id) {
        return ShortUuid.parse(id).map(PlaylistId::new);
    }

    private static PlatformException notFound(String id) {
        return PlatformException.notFound("playlist '" + id + "'");
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Playlist transact(Supplier<Playlist> change) {
        return Objects.requireNonNull(transaction.execute(status -> change.get()));
    }
}
