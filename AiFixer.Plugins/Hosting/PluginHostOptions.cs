namespace AiFixer.Plugins.Hosting;

/// <summary>Limits the host keeps for every plugin.</summary>
public sealed class PluginHostOptions
{
    /// <summary>Longest answer of a plugin, in UTF-8 bytes; what is over is cut off and said so.</summary>
    public int MaxOutputBytes { get; set; } = 256 * 1024;

    /// <summary>Calls of one plugin at a time over one connection; more wait for a place, at most the plugin's timeout.</summary>
    public int MaxConcurrentCalls { get; set; } = 8;

    /// <summary>How often a diagnostic that failed for a passing reason is asked again within its timeout.</summary>
    public int ReadRetries { get; set; } = 2;

    /// <summary>The first pause before asking again; it doubles, with jitter.</summary>
    public TimeSpan ReadRetryDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    internal IEnumerable<string> Problems(string key)
    {
        if (MaxOutputBytes is < 4096 or > 16 * 1024 * 1024)
            yield return $"{key}:{nameof(MaxOutputBytes)}: must be between 4096 and 16777216";
        if (MaxConcurrentCalls is < 1 or > 1000)
            yield return $"{key}:{nameof(MaxConcurrentCalls)}: must be between 1 and 1000";
        if (ReadRetries is < 0 or > 10)
            yield return $"{key}:{nameof(ReadRetries)}: must be between 0 and 10";
        if (ReadRetryDelay < TimeSpan.Zero || ReadRetryDelay > TimeSpan.FromMinutes(1))
            yield return $"{key}:{nameof(ReadRetryDelay)}: must be between 0 and 1 minute";
    }
}
