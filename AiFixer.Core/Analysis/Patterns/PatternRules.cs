using System.Text.RegularExpressions;

namespace AiFixer.Core.Analysis.Patterns;

/// <summary>The patterns there are.</summary>
internal static partial class PatternRules
{
    private const RegexOptions Words = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static readonly PatternRule[] All =
    [
        new(PatternKind.Oom) { Platform = OomPlatform(), PlatformWeight = 0.85, Log = OomLog(), Measure = GaugeMeasure.MemoryOfLimit, From = 0.9, Full = 1 },
        new(PatternKind.CpuThrottling)
        {
            Platform = CpuPlatform(),
            Log = CpuLog(),
            LogWeight = 0.3,
            Measure = GaugeMeasure.CpuThrottled,
            From = 0.25,
            Full = 0.75,
            MeasureWeight = 0.85,
        },
        new(PatternKind.CrashLoop) { Platform = CrashPlatform(), PlatformWeight = 0.8, Measure = GaugeMeasure.Restarts, From = 2, Full = 6 },
        new(PatternKind.Network) { Platform = NetworkPlatform(), Log = NetworkLog(), Measure = GaugeMeasure.NetworkErrors, From = 0.01, Full = 0.2 },
        new(PatternKind.ImagePull) { Platform = ImagePlatform(), PlatformWeight = 0.9 },
        new(PatternKind.Quota)
        {
            Platform = QuotaPlatform(), PlatformWeight = 0.85, Log = QuotaLog(), Measure = GaugeMeasure.QuotaUsed, From = 0.9, Full = 1,
        },
        new(PatternKind.Disk)
        {
            Platform = DiskPlatform(),
            Log = DiskLog(),
            LogWeight = 0.7,
            Measure = GaugeMeasure.DiskUsed,
            From = 0.85,
            Full = 0.98,
            MeasureWeight = 0.6,
        },
    ];

    [GeneratedRegex(@"OOMKill|SystemOOM|memory cgroup out of memory", Words)]
    private static partial Regex OomPlatform();

    [GeneratedRegex(
        @"\bOutOfMemory(Error|Exception)\b|java heap space|heap out of memory|cannot allocate memory|runtime: out of memory|\bMemoryError\b|std::bad_alloc|oom-kill|内存不足|内存溢出",
        Words)]
    private static partial Regex OomLog();

    [GeneratedRegex(@"CPUThrottling", Words)]
    private static partial Regex CpuPlatform();

    [GeneratedRegex(@"\bcpu\b.{0,40}throttl|throttl.{0,40}\bcpu\b|cpu.{0,6}(限流|节流)", Words)]
    private static partial Regex CpuLog();

    [GeneratedRegex(@"CrashLoopBackOff|Back-off restarting failed container|重启失败", Words)]
    private static partial Regex CrashPlatform();

    // A probe that is refused says that the program is down, not the network.
    [GeneratedRegex(@"NetworkNotReady|NetworkUnavailable(?!\s*[=:]\s*""?False)|network plugin|\bcni\b.{0,80}(fail|error|not (ready|initialized))", Words)]
    private static partial Regex NetworkPlatform();

    [GeneratedRegex(
        @"no route to host|network is unreachable|connection timed out|i/o timeout|connection reset by peer|\bECONN(RESET|REFUSED)\b|connection refused|no such host|name resolution|\b(ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH)\b|网络不可达|连接超时|连接被拒绝|域名解析失败",
        Words)]
    private static partial Regex NetworkLog();

    [GeneratedRegex(@"ImagePullBackOff|ErrImage(Pull|NeverPull)|InvalidImageName|failed to pull image|镜像拉取失败", Words)]
    private static partial Regex ImagePlatform();

    [GeneratedRegex(@"exceeded quota|quota.{0,20}exceeded", Words)]
    private static partial Regex QuotaPlatform();

    [GeneratedRegex(@"quota.{0,20}exceeded|exceed.{0,20}quota|RESOURCE_EXHAUSTED|配额(不足|已用尽)|超出配额", Words)]
    private static partial Regex QuotaLog();

    // NodeHasNoDiskPressure is good news.
    [GeneratedRegex(@"(?<!No)DiskPressure(?!\s*[=:]\s*""?False)|FreeDiskSpaceFailed|low on resource: (ephemeral-storage|imagefs|nodefs)|exceeds.{0,40}ephemeral.storage", Words)]
    private static partial Regex DiskPlatform();

    [GeneratedRegex(@"no space left on device|\bENOSPC\b|\bdisk (is )?full\b|磁盘(空间不足|已满)", Words)]
    private static partial Regex DiskLog();
}
