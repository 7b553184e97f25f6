using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace AiFixer.Tests.Storage;

/// <summary>Remembers what was logged.</summary>
internal sealed class HeardLog : ILoggerProvider, ILogger
{
    public HeardLog() => Factory = LoggerFactory.Create(logging => logging.AddProvider(this));

    public ILoggerFactory Factory { get; }

    public ConcurrentQueue<(LogLevel Level, string Text)> Said { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Said.Enqueue((logLevel, formatter(state, exception)));

    public void Dispose()
    {
        // Nothing is held.
    }
}
