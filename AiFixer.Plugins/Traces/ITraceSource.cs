using AiFixer.Plugins.Http;

namespace AiFixer.Plugins.Traces;

/// <summary>A backend that keeps traces.</summary>
internal interface ITraceSource
{
    Task<HttpResult<FoundSpans>> FindAsync(TraceQuestion question, CancellationToken cancellationToken);

    /// <summary>Where a person sees a trace.</summary>
    string Link(string traceId);
}
