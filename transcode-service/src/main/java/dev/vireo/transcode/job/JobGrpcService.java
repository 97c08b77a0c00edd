package dev.vireo.transcode.job;

import dev.vireo.contracts.transcode.v1.GetProgressRequest;
import dev.vireo.contracts.transcode.v1.GetProgressResponse;
import dev.vireo.contracts.transcode.v1.JobServiceGrpc.JobServiceImplBase;
import dev.vireo.contracts.transcode.v1.Progress;
import dev.vireo.contracts.transcode.v1.WatchProgressRequest;
import dev.vireo.contracts.transcode.v1.WatchProgressResponse;
import dev.vireo.kit.identity.Caller;
import dev.vireo.kit.identity.Callers;
import io.grpc.Context;
import io.grpc.stub.StreamObserver;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Progress of jobs, for owners and administrators. */
@Component
class JobGrpcService extends JobServiceImplBase {

    private final ProgressReader reader;
    private final JobProperties properties;

    JobGrpcService(ProgressReader reader, JobProperties properties) {
        this.reader = reader;
        this.properties = properties;
    }

    @Override
    public void getProgress(GetProgressRequest request, StreamObserver<GetProgressResponse> answers) {
        Job job = reader.newest(Callers.current(), ProgressMapper.videoId(request.getVideoId()));
        answers.onNext(GetProgressResponse.newBuilder()
                .setProgress(ProgressMapper.progress(job, reader.counts(job)))
                .build());
        answers.onCompleted();
    }

    /** Each call has a virtual thread of its own (the server's executor), so it may simply wait between two looks. */
    @Override
    public void watchProgress(WatchProgressRequest request, StreamObserver<WatchProgressResponse> answers) {
        Caller caller = Callers.current();
        UUID videoId = ProgressMapper.videoId(request.getVideoId());
        Progress last = Progress.getDefaultInstance();
        boolean over = false;
        while (!over && !Context.current().isCancelled()) {
            Job job = reader.newest(caller, videoId);
            Progress progress = ProgressMapper.progress(job, reader.counts(job));
            if (!progress.equals(last)) {
                answers.onNext(
                        WatchProgressResponse.newBuilder().setProgress(progress).build());
                last = progress;
            }
            over = job.state().terminal() || !pause();
        }
        if (!Context.current().isCancelled()) {
            answers.onCompleted();
        }
    }

    private boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(properties.progressEvery().toMillis());
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
