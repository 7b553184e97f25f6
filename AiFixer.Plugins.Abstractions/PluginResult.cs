namespace AiFixer.Plugins;

/// <summary>What a diagnostic plugin found, or why it found nothing.</summary>
/// <param name="Success">Whether the question was answered.</param>
/// <param name="Data">The answer as JSON; null when there is none.</param>
/// <param name="Message">One sentence for people.</param>
/// <param name="Error">What went wrong, where, and what to do; null on success.</param>
/// <param name="Retryable">Whether asking again later may help.</param>
public sealed record PluginResult(bool Success, string? Data, string Message, string? Error = null, bool Retryable = false)
{
    /// <summary>An answer.</summary>
    public static PluginResult Ok(string data, string message) => new(true, data, message);

    /// <summary>No answer, and why.</summary>
    public static PluginResult Failed(string error, bool retryable = false) => new(false, null, "", error, retryable);
}
