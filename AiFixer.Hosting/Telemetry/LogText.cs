using AiFixer.Core.Alerts;
using AiFixer.Core.Secrets;

namespace AiFixer.Hosting.Telemetry;

/// <summary>
/// Text for a log: without what looks like a secret, on one line, and without characters that order a terminal about. Much of
/// what is logged was said by others, and none of it may pass for a line of ours. The same text when there is nothing to change.
/// </summary>
internal static class LogText
{
    /// <summary>Secrets first: some have line breaks of their own.</summary>
    public static string Of(string text) => TextCleaner.Line(SecretText.Masked(text), int.MaxValue);

    /// <summary>The same for a text whose line breaks are ours.</summary>
    public static string Lines(string text) => TextCleaner.Lines(SecretText.Masked(text), int.MaxValue);
}
