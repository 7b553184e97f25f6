using System.Text.RegularExpressions;

namespace AiFixer.Lark.Alerts;

/// <summary>Words for what goes wrong.</summary>
internal static partial class TroubleWords
{
    /// <summary>Names that Kubernetes and common alert rules give to trouble.</summary>
    public static string? Reason(string text) => ReasonWord().Match(text) is { Success: true } word ? word.Value : null;

    public static bool AnySymptom(string text) => Symptom().IsMatch(text);

    /// <summary>A name such as alert rules have: <c>KubePodCrashLooping</c>.</summary>
    public static string? RuleName(string text) => RuleNameWord().Match(text) is { Success: true } word ? word.Value : null;

    [GeneratedRegex(@"(?<![A-Za-z0-9_])(CrashLoopBackOff|OOMKilled|ImagePullBackOff|ErrImagePull|CreateContainerConfigError|RunContainerError|NodeNotReady|MemoryPressure|DiskPressure|PIDPressure|CPUThrottling|HighMemoryUsage|HighCPUUsage|FailedScheduling)(?![A-Za-z0-9_])")]
    private static partial Regex ReasonWord();

    [GeneratedRegex(
        @"无法|不可用|失败|超时|异常|报错|错误|宕机|挂了|挂掉|崩溃|飙升|过高|过低|下降|上涨|激增|积压|堆积|阻塞|卡死|打满|耗尽|不足|中断|断连|丢包|延迟|慢|泄漏|泄露|重启|不通|白屏|打不开|告急|抖动|5xx|\b50[0-9]\b|OOM|\b(timeouts?|timed out|down|fail(s|ed|ing|ure|ures)?|errors?|unavailable|unreachable|crash(es|ed|ing)?|outage|latency|slow|refused|exhausted|full|leak(s|ing)?|spik(e|es|ing)|degraded|stuck|lag(ging)?|broken|not ready|high)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Symptom();

    [GeneratedRegex(@"(?<![\w.-])(?=\w{0,99}[a-z])[A-Z]\w{0,99}[A-Z]\w{0,99}(?![\w-])")]
    private static partial Regex RuleNameWord();
}
