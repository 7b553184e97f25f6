using AiFixer.Plugins.Http;

namespace AiFixer.Plugins.Traces;

/// <summary>Every configured backend that keeps traces, by connection name.</summary>
internal sealed class TraceSources(HttpConnections jaeger, HttpConnections signoz)
{
    public IReadOnlyList<string> Names => [.. jaeger.Names.Union(signoz.Names)];

    public IReadOnlyList<string> Missing => Names.Count > 0 ? [] : [$"{jaeger.Missing[0]} (or {signoz.Missing[0]})"];

    /// <summary>Where a Jaeger and a SigNoz have the same name, Jaeger is asked: it is made for nothing else.</summary>
    public ITraceSource this[string name] => jaeger.Names.Contains(name) ? new JaegerSource(jaeger[name]) : new SigNozTraces(signoz[name]);
}
