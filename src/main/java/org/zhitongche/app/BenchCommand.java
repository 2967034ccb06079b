package org.zhitongche.app;

import picocli.CommandLine.Command;

/** What this machine does with the real parts, measured in a folder of its own that is deleted afterwards. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "measures starts and throughput on this machine; performance never makes it fail",
        subcommands = {BenchStart.class, BenchQueue.class, BenchMail.class, BenchCalendar.class, BenchClassify.class, BenchData.class, BenchPages.class, BenchPapers.class, BenchSimilar.class, BenchSupervision.class})
final class BenchCommand {}
