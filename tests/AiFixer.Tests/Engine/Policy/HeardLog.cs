using Microsoft.Extensions.Logging;

namespace AiFixer.Tests.Engine.Policy;

/// <summary>Keeps what was logged.</summary>
internal sealed class HeardLog<T> : ILogger<T>
{
    public List<string> Said { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Said.Add($"{logLevel} {formatter(state, exception)}");
}
