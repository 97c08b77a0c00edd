package dev.vireo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Stream;

/** CPU seconds of processes, their living children and the children they have waited for, from /proc. */
public final class Cpu {
    private static final double TICKS_PER_SECOND = 100;
    private static final int USER = 11;
    private static final int WAITED_SYSTEM = 14;

    private Cpu() {}

    /** What these and all below them have used so far. */
    public static double seconds(Collection<Long> pids) {
        return pids.stream()
                .flatMap(pid -> Stream.concat(
                        Stream.of(pid),
                        ProcessHandle.of(pid).stream()
                                .flatMap(ProcessHandle::descendants)
                                .map(ProcessHandle::pid)))
                .distinct()
                .mapToDouble(Cpu::seconds)
                .sum();
    }

    /** Fields 14 to 17 of stat: user, system, and both of waited-for children (proc(5)). */
    private static double seconds(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = 0;
            for (int field = USER; field <= WAITED_SYSTEM; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            return ticks / TICKS_PER_SECOND;
        } catch (IOException gone) {
            return 0;
        }
    }
}
