package dev.vireo.e2e;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.TextFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every question that the public gRPC door lets somebody ask of its lists, made from what it tells of itself: each method
 * with each field and each of some values. A method or a field that is not known here is an error, so that nobody adds one
 * unseen.
 */
final class DoorQuestions {
    private static final String CONTRACTS = "dev.vireo.contracts.";

    /** What gives videos, playlists, channels, accounts or words. */
    private static final Set<String> ASKED = Set.of(
            "catalog.v1.CatalogService.GetVideo",
            "catalog.v1.CatalogService.ListVideos",
            "catalog.v1.CaptionService.ListCaptions",
            "catalog.v1.ChannelService.GetChannel",
            "catalog.v1.ChannelService.ListChannels",
            "catalog.v1.ChannelService.GetAccount",
            "catalog.v1.SubscriptionService.GetSubscription",
            "catalog.v1.SubscriptionService.ListSubscriptions",
            "catalog.v1.SubscriptionService.FindSubscriptions",
            "catalog.v1.SubscriptionService.ListSubscribedChannels",
            "catalog.v1.VideoPlaylistService.GetPlaylist",
            "catalog.v1.VideoPlaylistService.ListOwnPlaylists",
            "catalog.v1.VideoPlaylistService.ListElements",
            "catalog.v1.VideoPlaylistService.FindVideosInOwnPlaylists",
            "search.v1.SearchService.SearchVideos",
            "search.v1.SearchService.SearchChannels",
            "search.v1.SearchService.ListAccounts",
            "search.v1.DiscoverService.ListRelatedVideos",
            "search.v1.DiscoverService.GetOverview",
            "search.v1.GlobalSearchService.FindVideos",
            "search.v1.GlobalSearchService.FindChannels",
            "search.v1.PlaylistSearchService.SearchPlaylists",
            "search.v1.PlaylistSearchService.FindPlaylists",
            "search.v1.SuggestService.Suggest",
            "swarm.v1.SwarmService.GetSeeding",
            "swarm.v1.SwarmService.GetSwarmStatus",
            "transcode.v1.JobService.GetProgress");

    /** What changes something, or tells callers of themselves; other stories are about these. */
    private static final Set<String> OTHERS = Set.of(
            "catalog.v1.CatalogService.UpdateVideo",
            "catalog.v1.CatalogService.DeleteVideo",
            "catalog.v1.CatalogService.RequestTranscode",
            "catalog.v1.CaptionService.PutCaption",
            "catalog.v1.CaptionService.DeleteCaption",
            "catalog.v1.ChannelService.CreateChannel",
            "catalog.v1.ChannelService.UpdateChannel",
            "catalog.v1.ChannelService.DeleteChannel",
            "catalog.v1.ChannelService.GetMe",
            "catalog.v1.SubscriptionService.Subscribe",
            "catalog.v1.SubscriptionService.Unsubscribe",
            "catalog.v1.SubscriptionService.GetFeedToken",
            "catalog.v1.SubscriptionService.RenewFeedToken",
            "catalog.v1.VideoPlaylistService.CreatePlaylist",
            "catalog.v1.VideoPlaylistService.UpdatePlaylist",
            "catalog.v1.VideoPlaylistService.DeletePlaylist",
            "catalog.v1.VideoPlaylistService.AddElement",
            "catalog.v1.VideoPlaylistService.UpdateElement",
            "catalog.v1.VideoPlaylistService.RemoveElement",
            "catalog.v1.VideoPlaylistService.MoveElements",
            "swarm.v1.SwarmService.GetTorrent",
            "swarm.v1.SwarmService.DenyInfohash",
            "swarm.v1.SwarmService.AllowInfohash",
            "swarm.v1.SwarmService.ListDenied",
            "swarm.v1.SeedingPolicyService.GetSeedingPolicy",
            "swarm.v1.SeedingPolicyService.SetSeedingPolicy",
            "swarm.v1.ContentDenialService.DenyContent",
            "swarm.v1.ContentDenialService.ImportDenylist",
            "swarm.v1.ContentDenialService.AllowContent",
            "swarm.v1.ContentDenialService.ListDeniedContent",
            "transcode.v1.JobService.WatchProgress",
            "upload.v1.UploadService.CreateUpload",
            "upload.v1.UploadService.GetUpload",
            "upload.v1.UploadService.WriteUpload",
            "upload.v1.UploadService.TerminateUpload");

    /** In the description of its service, and behind the door all the same: the gateway's {@code DoorIT} says so. */
    private static final String WITHHELD = "catalog.v1.SubscriptionService.ListFeedChannels";

    private static final Set<String> WORDS = Set.of("search", "typed");

    /** These together with words, too: they change which videos a search may give. */
    private static final Set<String> WITH_WORDS = Set.of("privacy_one_of", "include", "is_local", "host");

    /** These together with one word that all have: an order gives the same videos, and each of these names them itself. */
    private static final Set<String> WITH_ONE_WORD = Set.of("sort", "ids", "tags_one_of");

    /** What opens one thing to whoever knows it. */
    private static final Set<String> ADDRESSES = Set.of("id", "video_id", "playlist_id");

    /** One value of one field, perhaps of a message within the message. */
    private record Setting(List<FieldDescriptor> path, Object value) {
        String name() {
            return path.getLast().getName();
        }

        void in(DynamicMessage.Builder message) {
            set(message, path);
        }

        private void set(DynamicMessage.Builder message, List<FieldDescriptor> rest) {
            FieldDescriptor field = rest.getFirst();
            if (rest.size() > 1) {
                DynamicMessage.Builder inner = ((DynamicMessage) message.getField(field)).toBuilder();
                set(inner, rest.subList(1, rest.size()));
                message.setField(field, inner.build());
            } else if (field.isRepeated()) {
                message.addRepeatedField(field, value);
            } else {
                message.setField(field, value);
            }
        }
    }

    /** One question. */
    record Question(MethodDescriptor method, DynamicMessage message) {
        /** What is public elsewhere, and what is asked for by its address. */
        boolean mayTellOf(Planted thing) {
            return thing.isPublic() ? isToAll() : thing.isUnlisted() && isAbout(thing);
        }

        private boolean isToAll() {
            return method.getName().startsWith("Find")
                    && method.getFile().getPackage().endsWith("search.v1");
        }

        private boolean isAbout(Planted thing) {
            return message.getAllFields().entrySet().stream()
                    .anyMatch(field -> ADDRESSES.contains(field.getKey().getName())
                            && thing.id().equals(field.getValue()));
        }

        @Override
        public String toString() {
            return method.getFullName() + " {"
                    + TextFormat.printer().emittingSingleLine(true).printToString(message) + "}";
        }
    }

    private final Map<String, List<String>> values;
    private final List<String> spoken;

    /** The values are by the names of fields; the spoken words are to be looked for, too. */
    DoorQuestions(Map<String, List<String>> values, List<String> spoken) {
        this.values = values;
        this.spoken = List.copyOf(spoken);
    }

    List<Question> all(List<MethodDescriptor> methods) {
        List<Question> questions = new ArrayList<>();
        for (MethodDescriptor method : methods) {
            String name = method.getFullName().substring(CONTRACTS.length());
            if (ASKED.contains(name)) {
                ask(method, questions);
            } else if (!OTHERS.contains(name) && !WITHHELD.equals(name)) {
                throw new AssertionError(name + " is new: say here whether it gives what may be hidden.");
            }
        }
        return questions;
    }

    /** Each value of each field alone, and some of them with words. */
    private void ask(MethodDescriptor method, List<Question> questions) {
        Descriptor type = method.getInputType();
        questions.add(new Question(method, DynamicMessage.getDefaultInstance(type)));
        List<Setting> settings = settings(type, List.of());
        List<Setting> words = settings.stream()
                .filter(setting -> WORDS.contains(setting.name()))
                .toList();
        // As long a page as there is.
        List<Setting> page = settings.stream()
                .filter(setting -> setting.name().equals("count"))
                .limit(1)
                .toList();
        for (Setting setting : settings) {
            questions.add(question(method, setting, page));
            int most =
                    WITH_WORDS.contains(setting.name()) ? words.size() : WITH_ONE_WORD.contains(setting.name()) ? 1 : 0;
            words.stream().limit(most).forEach(word -> questions.add(question(method, setting, with(page, word))));
        }
    }

    private static Question question(MethodDescriptor method, Setting setting, List<Setting> more) {
        DynamicMessage.Builder message = DynamicMessage.newBuilder(method.getInputType());
        more.forEach(each -> each.in(message));
        setting.in(message);
        return new Question(method, message.build());
    }

    private static <T> List<T> with(List<T> all, T more) {
        return Stream.concat(all.stream(), Stream.of(more)).toList();
    }

    private List<Setting> settings(Descriptor type, List<FieldDescriptor> path) {
        return type.getFields().stream()
                .flatMap(field -> {
                    List<FieldDescriptor> whole = with(path, field);
                    return isMessage(field)
                            ? settings(field.getMessageType(), whole).stream()
                            : values(field).map(value -> new Setting(whole, value));
                })
                .toList();
    }

    /** One of several fields; a time is a value. */
    private static boolean isMessage(FieldDescriptor field) {
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                && field.getMessageType().getFullName().startsWith(CONTRACTS);
    }

    private Stream<Object> values(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case BOOLEAN -> Stream.of(true, false);
            case ENUM -> field.getEnumType().getValues().stream().map(EnumValueDescriptor.class::cast);
            case STRING -> texts(field).map(Object.class::cast);
            case INT -> texts(field).map(Integer::valueOf);
            case LONG -> texts(field).map(Long::valueOf);
            case MESSAGE -> texts(field).map(seconds -> time(field.getMessageType(), Long.parseLong(seconds)));
            case BYTE_STRING, DOUBLE, FLOAT ->
                throw new AssertionError(field.getFullName() + " is new: give it values.");
        };
    }

    private static DynamicMessage time(Descriptor type, long seconds) {
        return DynamicMessage.newBuilder(type)
                .setField(type.findFieldByName("seconds"), seconds)
                .build();
    }

    private Stream<String> texts(FieldDescriptor field) {
        List<String> known = values.get(field.getName());
        if (known == null) {
            throw new AssertionError(field.getFullName() + " is new: give it values.");
        }
        return WORDS.contains(field.getName()) ? Stream.concat(known.stream(), spoken.stream()) : known.stream();
    }
}
