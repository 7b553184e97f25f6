using AiFixer.Core.Secrets;
using Microsoft.Extensions.Logging;

namespace AiFixer.Plugins.Hosting;

/// <summary>What a plugin says during one call, made fit for our log.</summary>
internal sealed partial class OwnLog(ILogger logger, string plugin, PluginCall call, string traceId) : IPluginLog
{
    internal const int MostLines = 200;
    private const int LongestLine = 1_000;
    private int lines;

    public void Debug(string message) => Say(LogLevel.Debug, message);

    public void Information(string message) => Say(LogLevel.Information, message);

    public void Warning(string message) => Say(LogLevel.Warning, message);

    private void Say(LogLevel level, string message)
    {
        if (!logger.IsEnabled(level))
            return;
        var line = Interlocked.Increment(ref lines);
        var text = line > MostLines ? "" : OutsideText.Line(SecretText.Masked(Bounded(message)), LongestLine);
        if (line <= MostLines)
            Said(level, plugin, call.IncidentId, traceId, text);
        else if (line == MostLines + 1)
            TooMuch(plugin, call.IncidentId, traceId, MostLines);
    }

    // Masking must stay quick, whatever is said; what is left of a long message is cut once more.
    private static string Bounded(string? message) =>
        message is null ? "" : message.Length <= 4 * LongestLine ? message : message[..(4 * LongestLine)];

    [LoggerMessage("{Plugin} for {Incident} (trace {TraceId}) says: {Message}")]
    private partial void Said(LogLevel level, string plugin, string incident, string traceId, string message);

    [LoggerMessage(LogLevel.Warning, "{Plugin} for {Incident} (trace {TraceId}) says more than {Most} lines: the others are left out")]
    private partial void TooMuch(string plugin, string incident, string traceId, int most);
}
