using Microsoft.Extensions.Logging;

namespace AiFixer.Tests.Hosting.Telemetry;

/// <summary>A log that keeps what it is given, to be read afterwards.</summary>
internal sealed class KeptLogs : ILoggerProvider, ILogger
{
    public List<(string Text, IReadOnlyList<KeyValuePair<string, object?>> Values, Exception? Error)> Lines { get; } = [];

    public List<object> Scopes { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Scopes.Add(state);
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Add((formatter(state, exception), [.. (IEnumerable<KeyValuePair<string, object?>>)state!], exception));

    public void Dispose()
    {
        // What was logged is read afterwards.
    }
}
