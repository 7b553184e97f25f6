using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Databases;
using AiFixer.Tests.Core.Analysis.Databases.Support;

namespace AiFixer.Tests.Core.Analysis.Databases;

public sealed class KilledForMemoryTests
{
    private static readonly DatabaseEvent[] Killed =
    [
        Db.Event(90, "LOG: server process (PID 12) was terminated by signal 9: Killed."),
        Db.Event(91, "Recovery of the DB instance has started."), Db.Event(92, "Recovery of the DB instance is complete."),
    ];

    [Fact]
    public void Memory_that_was_gone_when_the_kernel_killed_a_session_explains_the_restart()
    {
        var cause = Db.Best(Db.Facts(Db.Metric("FreeableMemory", Falls), Db.Metric("SwapUsage", m => m < 90 ? 60 + (m * 20) : 60), Db.Metric("DatabaseConnections", 420, 420)).With(Killed)).ShouldNotBeNull();

        (cause.Category, cause.IsCertain, cause.Remedy).ShouldBe((Categories.ResourceExhaustion, true, "restart"));
        cause.Says.ShouldContain("each of them grows");
    }

    [Fact]
    public void A_session_that_is_killed_while_there_is_memory_was_killed_by_somebody() =>
        Db.Best(Db.Facts(Db.Metric("FreeableMemory", 8e9, 8e9)).With(Killed)).ShouldNotBeNull().Category.ShouldBe(Categories.Infrastructure);

    [Fact]
    public void Memory_that_was_low_without_a_kill_is_not_why_it_started_anew() =>
        KilledForMemory.In(Db.Facts(Db.Metric("FreeableMemory", Falls)).With(Killed[1..])).ShouldBeNull();

    [Fact]
    public void A_crash_of_the_program_is_no_kill() =>
        KilledForMemory.In(Db.Facts(Db.Metric("FreeableMemory", Falls)).With(Db.Event(90, "server process (PID 12) was terminated by signal 11: Segmentation fault"))).ShouldBeNull();

    private static double Falls(int minute) => minute < 90 ? 9e9 - (minute * 98e6) : 9e9;
}
