package dev.vireo.search.discover;

import dev.vireo.contracts.search.v1.GetOverviewRequest;
import dev.vireo.contracts.search.v1.GetOverviewResponse;
import dev.vireo.contracts.search.v1.ListRelatedVideosRequest;
import dev.vireo.contracts.search.v1.ListRelatedVideosResponse;
import dev.vireo.contracts.search.v1.OverviewGroup;
import dev.vireo.search.query.Inputs;
import dev.vireo.search.query.VideoSnapshotMapper;
import dev.vireo.search.words.Folded;
import java.util.List;

/** Requests as checked questions, and what was found as answers. */
final class DiscoverMapper {
    private DiscoverMapper() {}

    static RelatedPage page(ListRelatedVideosRequest request) {
        int count = Inputs.count(request.getCount());
        int start = Inputs.start(request.getStart(), count);
        String video = Inputs.ids("video_id", List.of(request.getVideoId())).getFirst();
        return new RelatedPage(video, start, count, !request.getSkipCount());
    }

    static ListRelatedVideosResponse response(Page page) {
        return ListRelatedVideosResponse.newBuilder()
                .setTotal(page.total())
                .addAllVideos(
                        page.videos().stream().map(VideoSnapshotMapper::video).toList())
                .build();
    }

    static int page(GetOverviewRequest request) {
        int page = request.getPage() == 0 ? 1 : request.getPage();
        Inputs.between("page", page, 1, ElasticsearchOverview.PAGES);
        return page;
    }

    static GetOverviewResponse response(List<Group> groups) {
        return GetOverviewResponse.newBuilder()
                .addAllGroups(groups.stream().map(DiscoverMapper::group).toList())
                .build();
    }

    private static OverviewGroup group(Group group) {
        OverviewGroup.Builder message = OverviewGroup.newBuilder();
        group.videos().forEach(shown -> message.addVideos(VideoSnapshotMapper.video(shown)));
        return switch (group.kind()) {
            case CATEGORY -> message.setCategory(Integer.parseInt(group.key())).build();
            case CHANNEL -> message.setChannelId(group.key()).build();
            case TAG -> message.setTag(asWritten(group.key(), message)).build();
        };
    }

    /** The index keeps tags without case and accents. */
    private static String asWritten(String folded, OverviewGroup.Builder message) {
        return message.getVideosList().stream()
                .flatMap(video -> video.getTagsList().stream())
                .filter(tag -> Folded.of(tag).equals(folded))
                .findFirst()
                .orElse(folded);
    }
}
