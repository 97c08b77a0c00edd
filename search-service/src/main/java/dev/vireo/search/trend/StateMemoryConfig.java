package dev.vireo.search.trend;

import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One bound for the memory of all stores of the process, whatever is read or written: blocks, their indexes and what is
 * not on disk yet share one cache. Kafka makes an object of this class for each store.
 */
public final class StateMemoryConfig implements RocksDBConfigSetter {
    /** Setting of the stream that tells the bytes. */
    static final String MEMORY = "vireo.trend.memory";

    private static final long BLOCK = 4 * 1024;
    private static final long WRITE_BUFFER = 512 * 1024;
    private static final int WRITE_BUFFERS = 2;
    private static final double OF_INDEXES = 0.1;
    private static final int SHARD_BITS = 2;

    private static @Nullable Shared shared;

    @Override
    public void setConfig(String store, Options options, Map<String, Object> settings) {
        Shared memory = shared(((Number) Objects.requireNonNull(settings.get(MEMORY), MEMORY)).longValue());
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(memory.cache())
                .setBlockSize(BLOCK)
                .setCacheIndexAndFilterBlocks(true)
                .setCacheIndexAndFilterBlocksWithHighPriority(true)
                .setPinTopLevelIndexAndFilter(true);
        options.setWriteBufferManager(memory.buffers())
                .setTableFormatConfig(table)
                .setMaxWriteBufferNumber(WRITE_BUFFERS)
                .setWriteBufferSize(WRITE_BUFFER);
    }

    /** What stores share stays open as long as the process lives. */
    @Override
    public void close(String store, Options options) {}

    private static synchronized Shared shared(long bytes) {
        if (shared == null) {
            RocksDB.loadLibrary();
            Cache cache = new LRUCache(bytes, SHARD_BITS, false, OF_INDEXES);
            shared = new Shared(cache, new WriteBufferManager(bytes / 2, cache));
        }
        return shared;
    }

    private record Shared(Cache cache, WriteBufferManager buffers) {}
}
