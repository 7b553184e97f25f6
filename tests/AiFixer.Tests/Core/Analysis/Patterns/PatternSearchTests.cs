using AiFixer.Core.Analysis.Patterns;

namespace AiFixer.Tests.Core.Analysis;

public sealed class PatternSearchTests
{
    [Theory]
    [InlineData(PatternKind.Oom, SignSource.Status, "last state: terminated, reason OOMKilled, exit code 137")]
    [InlineData(PatternKind.Oom, SignSource.Event, "SystemOOM: System OOM encountered, victim process: java")]
    [InlineData(PatternKind.Oom, SignSource.Log, "java.lang.OutOfMemoryError: Java heap space")]
    [InlineData(PatternKind.Oom, SignSource.Log, "错误：内存不足，进程退出")]
    [InlineData(PatternKind.CrashLoop, SignSource.Status, "waiting: CrashLoopBackOff")]
    [InlineData(PatternKind.CrashLoop, SignSource.Event, "BackOff: Back-off restarting failed container web in pod web-1")]
    [InlineData(PatternKind.ImagePull, SignSource.Status, "waiting: ImagePullBackOff")]
    [InlineData(PatternKind.ImagePull, SignSource.Event, "Failed: Failed to pull image \"shop/web:9\": manifest unknown")]
    [InlineData(PatternKind.Quota, SignSource.Event, "FailedCreate: pods \"web-1\" is forbidden: exceeded quota: compute, requested: cpu=2")]
    [InlineData(PatternKind.Disk, SignSource.Event, "NodeHasDiskPressure: Node n1 status is now: NodeHasDiskPressure")]
    [InlineData(PatternKind.Disk, SignSource.Log, "write /data/wal: no space left on device")]
    [InlineData(PatternKind.Network, SignSource.Log, "dial tcp 10.1.2.3:5432: i/o timeout")]
    [InlineData(PatternKind.Network, SignSource.Log, "连接超时: redis:6379")]
    [InlineData(PatternKind.CpuThrottling, SignSource.Event, "CPUThrottlingHigh: 61% throttling of CPU in namespace shop")]
    public void A_pattern_shows_in_the_words_of_the_platform_and_of_programs(PatternKind kind, SignSource source, string text)
    {
        var finding = PatternSearch.Of([new("E7", source, "pod/shop/web-1", text)], []).ShouldHaveSingleItem();

        finding.Kind.ShouldBe(kind);
        finding.Evidence.ShouldBe(["E7"]);
        finding.Objects.ShouldBe(["pod/shop/web-1"]);
        finding.Why.ShouldContain(text);
    }

    [Theory]
    [InlineData(SignSource.Event, "NodeHasNoDiskPressure: Node n1 status is now: NodeHasNoDiskPressure")]
    [InlineData(SignSource.Status, "DiskPressure=False")]
    [InlineData(SignSource.Event, "Unhealthy: Readiness probe failed: dial tcp 10.0.0.7:8080: connect: connection refused")]
    [InlineData(SignSource.Log, "request throttled: 429 Too Many Requests")]
    [InlineData(SignSource.Log, "Room 12 is booked")]
    public void What_only_sounds_like_one_is_none(SignSource source, string text) =>
        PatternSearch.Of([new("E1", source, "", text)], []).ShouldBeEmpty();

    [Theory]
    [InlineData(GaugeMeasure.CpuThrottled, 0.6, PatternKind.CpuThrottling)]
    [InlineData(GaugeMeasure.Restarts, 7, PatternKind.CrashLoop)]
    [InlineData(GaugeMeasure.DiskUsed, 0.97, PatternKind.Disk)]
    [InlineData(GaugeMeasure.MemoryOfLimit, 0.99, PatternKind.Oom)]
    public void A_number_alone_can_show_a_pattern(GaugeMeasure measure, double value, PatternKind kind) =>
        PatternSearch.Of([], [new("M1", "pod/shop/web-1", measure, value)]).ShouldHaveSingleItem().Kind.ShouldBe(kind);

    [Theory]
    [InlineData(GaugeMeasure.CpuThrottled, 0.1)]
    [InlineData(GaugeMeasure.Restarts, 1)]
    [InlineData(GaugeMeasure.DiskUsed, 0.7)]
    public void A_number_that_is_fine_shows_nothing(GaugeMeasure measure, double value) =>
        PatternSearch.Of([], [new("M1", "", measure, value)]).ShouldBeEmpty();

    [Fact]
    public void Witnesses_that_agree_make_it_surer_and_are_all_named()
    {
        Sign killed = new("E1", SignSource.Status, "pod/shop/web-1", "OOMKilled");
        Sign wrote = new("E2", SignSource.Log, "pod/shop/web-1", "fatal error: runtime: out of memory", 4);
        Gauge full = new("E3", "pod/shop/web-1", GaugeMeasure.MemoryOfLimit, 0.99);

        var alone = PatternSearch.Of([killed], []).ShouldHaveSingleItem();
        var together = PatternSearch.Of([killed, wrote], [full]).ShouldHaveSingleItem();

        together.Score.ShouldBeGreaterThan(alone.Score);
        together.Score.ShouldBeLessThan(1);
        together.Evidence.ShouldBe(["E1", "E2", "E3"]);
        together.Name.ShouldBe("OOM");
    }

    [Fact]
    public void The_same_thing_said_a_hundred_times_is_one_witness()
    {
        var once = PatternSearch.Of([new("E1", SignSource.Event, "", "OOMKilling: Memory cgroup out of memory")], []);
        var often = PatternSearch.Of([.. Enumerable.Range(0, 100).Select(i => new Sign("E1", SignSource.Event, "", "OOMKilling: Memory cgroup out of memory"))], []);

        often[0].Score.ShouldBe(once[0].Score);
        often[0].Evidence.ShouldBe(["E1"]);
    }

    [Fact]
    public void The_surest_pattern_comes_first() =>
        PatternSearch.Of(
            [new("E1", SignSource.Log, "", "connection refused"), new("E2", SignSource.Status, "", "CrashLoopBackOff"), new("E3", SignSource.Status, "", "OOMKilled")],
            [new("E4", "", GaugeMeasure.MemoryOfLimit, 1)])
            .Select(finding => finding.Kind).ShouldBe([PatternKind.Oom, PatternKind.CrashLoop, PatternKind.Network]);
}
