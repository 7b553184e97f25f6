using System.Text.RegularExpressions;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>What a setting is about, by the words around it.</summary>
internal static partial class SettingWords
{
    public static bool IsTime(SettingChange s) => Time().IsMatch(s.Key) || Time().IsMatch(s.Line);

    public static bool IsPool(SettingChange s) => Pool().IsMatch(s.Key) || Pool().IsMatch(s.Line);

    public static bool IsResource(SettingChange s) => Resource().IsMatch(s.Key);

    public static bool IsCopies(SettingChange s) => Copies().IsMatch(s.Key);

    public static bool IsRate(SettingChange s) => Rate().IsMatch(s.Key) || Rate().IsMatch(s.Line);

    public static bool IsRetry(SettingChange s) => Retry().IsMatch(s.Key) || Retry().IsMatch(s.Line);

    public static bool IsCache(SettingChange s) => Cache().IsMatch(s.Key) || Cache().IsMatch(s.Line);

    public static bool IsLogging(SettingChange s) => Logging().IsMatch(s.Key);

    public static bool IsBatch(SettingChange s) => Batch().IsMatch(s.Key) || Batch().IsMatch(s.Line);

    public static bool IsAddress(SettingChange s) => !IsVersion(s) && (Address().IsMatch(s.Key) || (!s.IsNumber && (Looks().IsMatch(s.From) || Looks().IsMatch(s.To))));

    public static bool IsVersion(SettingChange s) => Version().IsMatch(s.From) || Version().IsMatch(s.Key);

    public static bool IsAccess(SettingChange s) => Access().IsMatch(s.Key);

    [GeneratedRegex("time_?out|deadline|budget|(read|write|idle|connect|dial|wait|keep_?alive).*(time|ms|sec)|WithTimeout", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Time();

    [GeneratedRegex(@"pool|max_?(open|idle|conn|active|client|thread|worker)|min_?(idle|conn)|workers?\b|concurren|threads?\b|parallel|semaphore|in_?flight|prefetch", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pool();

    [GeneratedRegex("^(memory|mem|cpu|limits?|requests?|heap|xmx|xms|storage|disk|.*_?(memory|heap|cpu)(_?limit)?)$|Xmx|GOMEMLIMIT|max_?old_?space", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Resource();

    [GeneratedRegex("replicas|min_?replicas|max_?replicas|instances|desired|scale", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Copies();

    [GeneratedRegex("rate_?limit|limiter|rps|qps|burst|throttle|quota|per_?(second|minute)|max_?(requests|rate)|capacity", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rate();

    [GeneratedRegex("retr(y|ies)|attempts|backoff|jitter", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Retry();

    [GeneratedRegex(@"cache|ttl|expir|max_?age|evict|memo", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Cache();

    [GeneratedRegex("level|log|sampl|verbos|trace|debug", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Logging();

    [GeneratedRegex("batch|chunk|page_?size|bulk|fetch_?size|flush|buffer", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Batch();

    [GeneratedRegex("url|uri|host|endpoint|addr|address|port|region|server|broker|bucket|topic|queue|namespace|cluster|domain|path|route", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"^(https?|grpc|amqp|redis|postgres(ql)?|kafka)://|^[\w-]+(\.[\w-]+)+(:\d+)?$|^:?\d{4,5}$|\.svc\b|\.internal\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Looks();

    [GeneratedRegex(@"^v?\d+(\.\d+)+([.-]\w+)*$|^version$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Version();

    [GeneratedRegex("auth|token|secret|key|role|scope|audience|issuer|permission|policy|acl|credential|password|user|principal|sign|verify|iam", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Access();
}
