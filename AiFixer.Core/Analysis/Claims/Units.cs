namespace AiFixer.Core.Analysis.Claims;

/// <summary>What a unit may mean in numbers that have none.</summary>
internal static class Units
{
    public const string Pattern =
        "%|ns|us|µs|ms|millis|milliseconds?|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d"
        + "|kib|mib|gib|tib|ki|mi|gi|ti|kb|mb|gb|tb|k|million|millicores?|bytes?|b|x|×|times|fold|-fold|rps|req/s|/s|qps|restarts?|pods?|replicas?|次|个|秒|毫秒|分钟|倍";

    private static readonly double[] None = [1];

    /// <summary>By what to multiply for what a monitoring system may have kept; 1 is always among them.</summary>
    public static double[] Factors(string unit) => unit switch
    {
        "%" => [1, 0.01],
        "ns" => [1, 1e-9, 1e-6],
        "us" or "µs" => [1, 1e-6, 1e-3],
        "ms" or "millis" or "millisecond" or "milliseconds" or "毫秒" => [1, 1e-3, 1e3, 1e6],
        "s" or "sec" or "secs" or "second" or "seconds" or "秒" => [1, 1e3, 1e6, 1e9],
        "m" => [1, 60, 60e3, 1e-3],
        "min" or "mins" or "minute" or "minutes" or "分钟" => [1, 60, 60e3],
        "h" or "hr" or "hrs" or "hour" or "hours" => [1, 60, 3600, 3600e3],
        "d" or "day" or "days" => [1, 24, 1440, 86400, 86400e3],
        "millicore" or "millicores" => [1, 1e-3],
        "k" => [1, 1e3],
        "million" => [1, 1e6],
        "ki" or "kib" => [1, 1024],
        "mi" or "mib" => [1, 1048576, 1024],
        "gi" or "gib" => [1, 1073741824, 1048576, 1024],
        "ti" or "tib" => [1, 1099511627776, 1073741824, 1024],
        "kb" => [1, 1e3, 1024],
        "mb" => [1, 1e6, 1048576],
        "gb" => [1, 1e9, 1073741824],
        "tb" => [1, 1e12, 1099511627776],
        _ => None,
    };
}
