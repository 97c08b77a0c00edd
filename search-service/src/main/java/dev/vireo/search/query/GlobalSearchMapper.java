package dev.vireo.search.query;

import dev.vireo.contracts.search.v1.FindChannelsResponse;
import dev.vireo.contracts.search.v1.FindVideosRequest;
import dev.vireo.contracts.search.v1.FindVideosResponse;
import dev.vireo.contracts.search.v1.ScoredChannel;
import dev.vireo.contracts.search.v1.ScoredVideo;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.search.sight.Sight;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Requests to the global search as checked questions, and what was found as answers. */
public final class GlobalSearchMapper {
    private static final int MOST_BLOCKED = 2_000;
    private static final int MOST_HOSTS = 500;

    private GlobalSearchMapper() {}

    /** Hosts that the asking platform does not want to see. */
    public static List<String> hosts(List<String> blocked) {
        return Inputs.texts("blocked_hosts", blocked, MOST_BLOCKED).stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Names of accounts that it does not want to see, by their hosts. */
    public static Map<String, List<String>> accounts(List<String> blocked) {
        Map<String, List<String>> byHost = Inputs.byHost(Inputs.texts("blocked_accounts", blocked, MOST_BLOCKED));
        if (byHost.containsKey("") || byHost.size() > MOST_HOSTS) {
            throw PlatformException.invalid(
                    "blocked_accounts", "each must be name@host, of at most " + MOST_HOSTS + " hosts.");
        }
        return byHost;
    }

    static VideoQuery query(FindVideosRequest request, Sight sight) {
        if (!VideoQueryMapper.wish(request.getQuestion()).usual()) {
            throw PlatformException.invalid("question", "only what is public can be asked for.");
        }
        return VideoQueryMapper.query(
                request.getQuestion(), sight, Inputs.texts("boost_languages", request.getBoostLanguagesList()));
    }

    static FindVideosResponse response(FoundVideos found, int start) {
        FindVideosResponse.Builder response = FindVideosResponse.newBuilder().setTotal(found.total());
        found.videos()
                .forEach(one -> response.addVideos(ScoredVideo.newBuilder()
                        .setVideo(VideoSnapshotMapper.video(one.shown()))
                        .setScore(score(start + response.getVideosCount()))));
        return response.build();
    }

    static FindChannelsResponse response(FoundChannels found, int start) {
        FindChannelsResponse.Builder response =
                FindChannelsResponse.newBuilder().setTotal(found.total());
        found.channels()
                .forEach(one -> response.addChannels(ScoredChannel.newBuilder()
                        .setChannel(ChannelQueryMapper.channel(one.snapshot()))
                        .setScore(score(start + response.getChannelsCount()))));
        return response.build();
    }

    /** By the place alone: what the index orders by tells how many others have the words, the hidden ones too. */
    public static double score(int before) {
        return 1.0 / (before + 1);
    }
}
