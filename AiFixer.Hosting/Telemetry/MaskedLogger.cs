using Microsoft.Extensions.Logging;

namespace AiFixer.Hosting.Telemetry;

/// <summary>Writes what it is told without what looks like a secret or could pass for a line of ours.</summary>
internal sealed class MaskedLogger(ILogger inner) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => state is string text ? inner.BeginScope(LogText.Of(text)) : inner.BeginScope(new MaskedScope(state));

    public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!inner.IsEnabled(logLevel))
            return;
        var told = formatter(state, exception);
        var masked = LogText.Of(told);
        var thrown = MaskedException.Of(exception);
        if (masked == told && ReferenceEquals(thrown, exception))
            inner.Log(logLevel, eventId, state, exception, formatter);
        else
            inner.Log(logLevel, eventId, MaskedState.Of(state, masked), thrown, static (shown, _) => shown.ToString());
    }
}
