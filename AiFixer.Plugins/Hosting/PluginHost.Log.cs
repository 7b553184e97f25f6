using Microsoft.Extensions.Logging;

namespace AiFixer.Plugins.Hosting;

internal sealed partial class PluginHost
{
    private void Report<T>(string plugin, string operation, CallEnd<T> end, TimeSpan duration)
    {
        var outcome = CallOutcome.Of(end);
        PluginInstruments.Called(plugin, operation, outcome, duration);
        switch (end)
        {
            case CallEnd<T>.Threw threw:
                LogThrew(plugin, operation, threw.Error);
                break;
            case CallEnd<T>.TimedOut timedOut:
                LogTimedOut(plugin, operation, timedOut.After);
                break;
            case CallEnd<T>.Replaced:
                LogReplaced(plugin, operation);
                break;
            case CallEnd<T>.Busy:
                LogBusy(plugin, operation);
                break;
            default:
                LogEnded(plugin, operation, outcome, duration);
                break;
        }
    }

    [LoggerMessage(LogLevel.Debug, "{Plugin} {Operation}: {Outcome} after {Duration}")]
    private partial void LogEnded(string plugin, string operation, string outcome, TimeSpan duration);

    [LoggerMessage(LogLevel.Information, "{Plugin} {Operation} was not called: {Reason}")]
    private partial void LogRefused(string plugin, string operation, string reason);

    [LoggerMessage(LogLevel.Warning, "{Plugin} {Operation} did not return within {Timeout}")]
    private partial void LogTimedOut(string plugin, string operation, TimeSpan timeout);

    [LoggerMessage(LogLevel.Warning, "{Plugin} {Operation} was not called: no place became free in time")]
    private partial void LogBusy(string plugin, string operation);

    [LoggerMessage(LogLevel.Information, "{Plugin} {Operation} was not called: the plugin was replaced just now")]
    private partial void LogReplaced(string plugin, string operation);

    [LoggerMessage(LogLevel.Error, "{Plugin} {Operation} threw an exception")]
    private partial void LogThrew(string plugin, string operation, Exception exception);
}
