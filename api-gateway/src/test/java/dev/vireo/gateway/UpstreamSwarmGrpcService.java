package dev.vireo.gateway;

import com.google.protobuf.ByteString;
import dev.vireo.contracts.swarm.v1.GetTorrentRequest;
import dev.vireo.contracts.swarm.v1.GetTorrentResponse;
import dev.vireo.contracts.swarm.v1.SwarmServiceGrpc;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Torrents behind the gateway in its tests: each is what was asked for. */
public final class UpstreamSwarmGrpcService extends SwarmServiceGrpc.SwarmServiceImplBase {
    /** Every question, newest last. */
    public final ConcurrentLinkedDeque<GetTorrentRequest> asked = new ConcurrentLinkedDeque<>();

    @Override
    public void getTorrent(GetTorrentRequest request, StreamObserver<GetTorrentResponse> to) {
        asked.add(request);
        if (request.getRendition().equals("720p")) {
            UpstreamGrpcService.reply(
                    to,
                    GetTorrentResponse.newBuilder()
                            .setContent(ByteString.copyFromUtf8("d4:info" + request.getFormValue() + "e"))
                            .build());
        } else {
            UpstreamGrpcService.refuse(to, Status.NOT_FOUND.withDescription("There is no torrent here."));
        }
    }
}
