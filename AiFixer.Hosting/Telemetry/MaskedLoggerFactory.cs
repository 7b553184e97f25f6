using Microsoft.Extensions.Logging;

namespace AiFixer.Hosting.Telemetry;

/// <summary>Makes loggers that say no secrets.</summary>
internal sealed class MaskedLoggerFactory(ILoggerFactory inner) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new MaskedLogger(inner.CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public void Dispose() => inner.Dispose();
}
