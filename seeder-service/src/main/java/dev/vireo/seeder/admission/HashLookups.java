package dev.vireo.seeder.admission;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The threads on which the database is asked about hashes, whatever is asked: so many at a time, and so many that wait. */
@Component
class HashLookups implements Executor, DisposableBean {

    private static final long IDLE_SECONDS = 30;

    private final ThreadPoolExecutor threads;

    HashLookups(AdmissionProperties properties) {
        this.threads = new ThreadPoolExecutor(
                properties.lookups(),
                properties.lookups(),
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(properties.waiting()),
                Thread.ofPlatform().name("hash-lookup-", 0).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /** Refused by {@link java.util.concurrent.RejectedExecutionException} when too many wait. */
    @Override
    public void execute(Runnable question) {
        threads.execute(question);
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
