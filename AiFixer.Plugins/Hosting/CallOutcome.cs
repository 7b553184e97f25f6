namespace AiFixer.Plugins.Hosting;

/// <summary>How a call is counted: as it ended, and as failed when the plugin says that whoever it asked cannot answer now.</summary>
internal static class CallOutcome
{
    public const string Failed = "Failed";

    public static string Of<T>(CallEnd<T> end) => CannotNow(end) ? Failed : end.GetType().Name;

    /// <summary>Somebody has to look when most calls end so.</summary>
    public static bool IsFault<T>(CallEnd<T> end) => end is CallEnd<T>.Threw or CallEnd<T>.TimedOut or CallEnd<T>.Busy || CannotNow(end);

    private static bool CannotNow<T>(CallEnd<T> end) =>
        end is CallEnd<T>.Returned { Value: PluginResult { Success: false, Retryable: true } or PreviewResult { Plan: null, Retryable: true } };
}
