package org.zhitongche.app;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.zhitongche.db.Database;

/** Processor time used so far, in nanoseconds: by this process with broker and mail server in it, and by the database's processes. */
record BenchCpu(long program, long database) {

    private static final long NANOS_PER_TICK = 10_000_000;

    static BenchCpu now(Database database) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long backend = database.sql().sql("select pg_backend_pid()").query(Long.class).single();
        long server = ProcessHandle.of(backend).flatMap(ProcessHandle::parent).map(BenchCpu::withChildren).orElse(0L);
        return new BenchCpu(system.getProcessCpuTime(), server);
    }

    BenchCpu since(BenchCpu earlier) {
        return new BenchCpu(program - earlier.program, database - earlier.database);
    }

    private static long withChildren(ProcessHandle server) {
        return Stream.concat(Stream.of(server), server.children()).mapToLong(each -> ticks(each.pid()) * NANOS_PER_TICK).sum();
    }

    /** User and system time, with that of children that have ended; 0 where there is no /proc. */
    private static long ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(fields[11]) + Long.parseLong(fields[12]) + Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
        } catch (IOException | RuntimeException gone) {
            return 0;
        }
    }

    /** The most memory that this process ever held, in MB; -1 where the system does not tell. */
    static long peakMegabytes() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst().orElse(-1);
        } catch (IOException e) {
            return -1;
        }
    }

    static long heapMegabytes() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }
}
