using System.Globalization;
using AiFixer.Plugins.Http;

namespace AiFixer.Plugins.Traces;

/// <summary>Jaeger's query API, which Tempo's and others' Jaeger front doors speak too.</summary>
internal sealed class JaegerSource(HttpConnection connection) : ITraceSource
{
    public async Task<HttpResult<FoundSpans>> FindAsync(TraceQuestion question, CancellationToken cancellationToken) =>
        (await connection.AskAsync(Question(question), Said, cancellationToken)).Read(connection, JaegerAnswer.Read);

    public string Link(string traceId) => $"{connection.Server.AbsoluteUri.TrimEnd('/')}/trace/{Uri.EscapeDataString(traceId)}";

    private static HttpQuestion Question(TraceQuestion question) => HttpQuestion.Get(
        "/api/traces", ("service", question.Service), ("operation", question.Operation),
        ("start", Microseconds(question.Start)), ("end", Microseconds(question.End)),
        ("limit", question.Limit.ToString(CultureInfo.InvariantCulture)),
        ("minDuration", question.MinDuration is { } least ? $"{(long)least.TotalMicroseconds}us" : null),
        ("tags", question.OnlyErrors ? """{"error":"true"}""" : null));

    private static string? Said(HttpAnswer answer) => JsonAnswers.Text(answer, "errors");

    private static string Microseconds(DateTimeOffset time) =>
        ((time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture);
}
