package dev.vireo.search.query;

import com.google.protobuf.Timestamp;
import dev.vireo.contracts.search.v1.FoundVideo;
import dev.vireo.contracts.search.v1.SearchVideosRequest;
import dev.vireo.contracts.search.v1.SearchVideosResponse;
import dev.vireo.contracts.search.v1.VideoFilter;
import dev.vireo.contracts.search.v1.VideoSort;
import dev.vireo.contracts.video.v1.Privacy;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.search.caption.FoundCaption;
import dev.vireo.search.sight.Party;
import dev.vireo.search.sight.Sight;
import dev.vireo.search.words.TypoMarks;
import java.util.List;
import java.util.Locale;

/** Requests as checked questions, and what was found as answers. */
final class VideoQueryMapper {
    /** Those that one account may follow. */
    private static final int MOST_CHANNELS = 1_000;

    /** PeerTube's flags, all of them. */
    private static final int MOST_FLAGS = 63;

    private VideoQueryMapper() {}

    /** What it asks for beyond what it would see anyway. */
    static Sight.Wish wish(SearchVideosRequest request) {
        VideoFilter filter = request.getFilter();
        Inputs.between("include", filter.getInclude(), 0, MOST_FLAGS);
        return new Sight.Wish(
                Inputs.few("privacy_one_of", filter.getPrivacyOneOfList()).stream()
                        .map(VideoQueryMapper::privacy)
                        .distinct()
                        .toList(),
                filter.getInclude(),
                account(filter),
                channel(filter));
    }

    static VideoQuery query(SearchVideosRequest request, Sight sight) {
        return query(request, sight, List.of());
    }

    static VideoQuery query(SearchVideosRequest request, Sight sight, List<String> boosted) {
        String words = Inputs.words("search", request.getSearch());
        VideoQuery.Order order = order(request, words);
        VideoQuery.Page page = page(request, order);
        if (page.after() != null
                && page.after().reach() != null
                && !page.after().reach().isFor(words)) {
            throw PlatformException.invalid("cursor", "must be that of an answer with the same words.");
        }
        return new VideoQuery(sight, words, filter(request.getFilter()), order, page, boosted);
    }

    static SearchVideosResponse response(VideoQuery asked, FoundVideos found) {
        TypoMarks marks = new TypoMarks(found.typos() ? asked.words() : "");
        SearchVideosResponse.Builder response =
                SearchVideosResponse.newBuilder().setTotal(found.total());
        for (FoundVideos.Found video : found.videos()) {
            Video snapshot = VideoSnapshotMapper.video(video.shown());
            response.addVideos(FoundVideo.newBuilder()
                    .setVideo(snapshot)
                    .setHighlightedName(video.name().isEmpty() ? marks.mark(snapshot.getName()) : video.name())
                    .addAllHighlightedDescription(video.description())
                    .addAllCaptions(video.spoken().stream()
                            .map(VideoQueryMapper::caption)
                            .toList()));
        }
        if (found.next() != null) {
            response.setNextCursor(found.next().encode());
        }
        return response.build();
    }

    private static dev.vireo.contracts.search.v1.FoundCaption caption(FoundCaption found) {
        return dev.vireo.contracts.search.v1.FoundCaption.newBuilder()
                .setLanguage(found.language())
                .setStartSeconds(found.startSeconds())
                .setHighlightedText(found.html())
                .build();
    }

    private static VideoQuery.Page page(SearchVideosRequest request, VideoQuery.Order order) {
        int count = Inputs.count(request.getCount());
        int start = Inputs.start(request.getStart(), count);
        boolean cursor = !request.getCursor().isEmpty();
        if (cursor && start > 0) {
            throw PlatformException.invalid("start", "a cursor says where the page begins: leave start out.");
        }
        if (!cursor) {
            return new VideoQuery.Page(start, count, !request.getSkipCount(), null);
        }
        Cursor after = Cursor.decode(request.getCursor(), order);
        return after.counts()
                ? new VideoQuery.Page(
                        after.place(), Inputs.shallow(after.place(), count), !request.getSkipCount(), after)
                : new VideoQuery.Page(0, count, !request.getSkipCount(), after);
    }

    private static VideoQuery.Order order(SearchVideosRequest request, String words) {
        return new VideoQuery.Order(sort(request.getSort(), words), request.getAscending());
    }

    private static VideoQuery.Sort sort(VideoSort sort, String words) {
        return switch (sort) {
            case VIDEO_SORT_UNSPECIFIED, VIDEO_SORT_MATCH ->
                words.isEmpty() ? VideoQuery.Sort.PUBLISHED : VideoQuery.Sort.MATCH;
            case VIDEO_SORT_PUBLISHED -> VideoQuery.Sort.PUBLISHED;
            case VIDEO_SORT_CREATED -> VideoQuery.Sort.CREATED;
            case VIDEO_SORT_NAME -> VideoQuery.Sort.NAME;
            case VIDEO_SORT_DURATION -> VideoQuery.Sort.DURATION;
            case VIDEO_SORT_VIEWS -> VideoQuery.Sort.VIEWS;
            case VIDEO_SORT_TRENDING -> VideoQuery.Sort.TRENDING;
            // PeerTube takes from the best what the caller has watched: nobody's history is kept yet.
            case VIDEO_SORT_HOT, VIDEO_SORT_BEST -> VideoQuery.Sort.HOT;
            case VIDEO_SORT_LIKES -> VideoQuery.Sort.LIKES;
            case VIDEO_SORT_COMMENTS -> VideoQuery.Sort.COMMENTS;
            case UNRECOGNIZED -> throw PlatformException.invalid("sort", "must be one of the orders.");
        };
    }

    private static VideoQuery.Filter filter(VideoFilter filter) {
        return new VideoQuery.Filter(
                new VideoQuery.Labels(
                        Inputs.numbers("category_one_of", filter.getCategoryOneOfList()),
                        Inputs.numbers("licence_one_of", filter.getLicenceOneOfList()),
                        Inputs.texts("language_one_of", filter.getLanguageOneOfList()),
                        Inputs.texts("tags_one_of", filter.getTagsOneOfList()),
                        Inputs.texts("tags_all_of", filter.getTagsAllOfList())),
                filter.hasNsfw() ? Boolean.valueOf(filter.getNsfw()) : null,
                filter.hasIsLive() ? Boolean.valueOf(filter.getIsLive()) : null,
                filter.hasIsLocal() ? Boolean.valueOf(filter.getIsLocal()) : null,
                new VideoQuery.Of(
                        Inputs.ids("ids", filter.getIdsList()),
                        Inputs.text("host", filter.getHost()).toLowerCase(Locale.ROOT),
                        account(filter),
                        channel(filter),
                        Inputs.ids("channel_id_one_of", filter.getChannelIdOneOfList(), MOST_CHANNELS)),
                new VideoQuery.Range(
                        filter.hasDurationMin() ? Long.valueOf(filter.getDurationMin()) : null,
                        filter.hasDurationMax() ? Long.valueOf(filter.getDurationMax()) : null),
                new VideoQuery.Range(
                        filter.hasPublishedFrom() ? millis("published_from", filter.getPublishedFrom()) : null,
                        filter.hasPublishedTo() ? millis("published_to", filter.getPublishedTo()) : null));
    }

    private static Party account(VideoFilter filter) {
        return new Party(Inputs.text("account_name", filter.getAccountName()), id("account_id", filter.getAccountId()));
    }

    private static Party channel(VideoFilter filter) {
        return new Party(Inputs.text("channel_name", filter.getChannelName()), id("channel_id", filter.getChannelId()));
    }

    private static String privacy(Privacy privacy) {
        if (privacy == Privacy.PRIVACY_UNSPECIFIED || privacy == Privacy.UNRECOGNIZED) {
            throw PlatformException.invalid("privacy_one_of", "must be privacies.");
        }
        return privacy.name();
    }

    private static String id(String field, String id) {
        return id.isEmpty() ? "" : Inputs.ids(field, List.of(id)).getFirst();
    }

    private static Long millis(String field, Timestamp time) {
        Inputs.between(field, time.getSeconds(), Inputs.FIRST_SECOND, Inputs.LAST_SECOND);
        return time.getSeconds() * 1_000 + time.getNanos() / 1_000_000;
    }
}
