package dev.vireo.gateway.catalog;

import dev.vireo.contracts.catalog.v1.CatalogServiceGrpc;
import dev.vireo.contracts.catalog.v1.CatalogServiceGrpc.CatalogServiceBlockingStub;
import dev.vireo.contracts.catalog.v1.DeleteVideoRequest;
import dev.vireo.contracts.catalog.v1.GetVideoRequest;
import dev.vireo.contracts.catalog.v1.ListVideosRequest;
import dev.vireo.contracts.catalog.v1.RequestTranscodeRequest;
import dev.vireo.contracts.catalog.v1.TagList;
import dev.vireo.contracts.catalog.v1.UpdateVideoRequest;
import io.grpc.Channel;

/** Videos of the caller's instance, as the caller may see them; what it may not see is NOT_FOUND. */
public final class CatalogGrpcClient {
    private final CatalogServiceBlockingStub catalog;

    CatalogGrpcClient(Channel channel) {
        this.catalog = CatalogServiceGrpc.newBlockingStub(channel);
    }

    /** One video by UUID or short id. */
    public VideoAnswer video(String id) {
        var answer = UpstreamGrpcClient.answer(
                () -> catalog.getVideo(GetVideoRequest.newBuilder().setId(id).build()));
        return new VideoAnswer(VideoMapper.view(answer.getVideo()), answer.getMayEdit());
    }

    /** A page of the caller's own videos, all of them, newest first. */
    public PageOf<VideoView> ownVideos(PageOf.Window window) {
        var request = ListVideosRequest.newBuilder()
                .setOwn(true)
                .setStart(window.start())
                .setCount(window.count());
        var answer = UpstreamGrpcClient.answer(() -> catalog.listVideos(request.build()));
        return new PageOf<>(
                answer.getTotal(),
                answer.getVideosList().stream().map(VideoMapper::view).toList());
    }

    /** Changes the metadata; CONFLICT when the revision is not the present one. */
    public VideoView update(String id, VideoChange change) {
        UpdateVideoRequest request = request(id, change);
        return VideoMapper.view(
                UpstreamGrpcClient.answer(() -> catalog.updateVideo(request)).getVideo());
    }

    /** Removes the video. */
    public void delete(String id) {
        UpstreamGrpcClient.answer(() ->
                catalog.deleteVideo(DeleteVideoRequest.newBuilder().setId(id).build()));
    }

    /** Asks for another transcoding. */
    public void transcodeAgain(String id) {
        UpstreamGrpcClient.answer(() -> catalog.requestTranscode(
                RequestTranscodeRequest.newBuilder().setId(id).build()));
    }

    private static UpdateVideoRequest request(String id, VideoChange change) {
        var request = UpdateVideoRequest.newBuilder().setId(id);
        if (change.revision() != null) {
            request.setRevision(change.revision());
        }
        if (change.privacy() != null) {
            request.setPrivacy(VideoMapper.privacy(change.privacy()));
        }
        if (change.channelId() != null) {
            request.setChannelId(change.channelId());
        }
        if (change.schedule() != null) {
            if (change.schedule().at() == null) {
                request.setClearPublishAt(true);
            } else {
                request.setPublishAt(VideoMapper.timestamp(change.schedule().at()));
            }
        }
        setTexts(request, change.texts());
        return request.build();
    }

    private static void setTexts(UpdateVideoRequest.Builder request, VideoChange.Texts texts) {
        if (texts.name() != null) {
            request.setName(texts.name());
        }
        if (texts.description() != null) {
            request.setDescription(texts.description());
        }
        if (texts.tags() != null) {
            request.setTags(TagList.newBuilder().addAllTags(texts.tags()));
        }
        if (texts.language() != null) {
            request.setLanguage(texts.language());
        }
        if (texts.licence() != null) {
            request.setLicence(texts.licence());
        }
        if (texts.category() != null) {
            request.setCategory(texts.category());
        }
        if (texts.nsfw() != null) {
            request.setNsfw(texts.nsfw());
        }
    }
}
