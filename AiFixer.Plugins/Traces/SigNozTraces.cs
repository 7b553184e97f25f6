using System.Globalization;
using System.Text.Json;
using AiFixer.Plugins.Http;
using AiFixer.Plugins.SigNoz;

namespace AiFixer.Plugins.Traces;

/// <summary>Traces from SigNoz: first the service's spans that fit, then all spans of their traces.</summary>
internal sealed class SigNozTraces(HttpConnection connection) : ITraceSource
{
    private const int SpansPerTrace = 100;

    public async Task<HttpResult<FoundSpans>> FindAsync(TraceQuestion question, CancellationToken cancellationToken)
    {
        if (Filter(question) is not { } filter)
            return new(new HttpError(HttpFailure.Refused, "$.service: holds characters that no service's name has"));
        var first = await AskAsync(question, filter, question.Limit, cancellationToken);
        if (first.Failed(out _, out var found) || found.Spans.Count == 0)
            return first;
        var ids = found.Spans.Select(s => SigNozQuery.Quoted(s.TraceId)).OfType<string>().Distinct().ToList();
        return await AskAsync(question, $"trace_id IN [{string.Join(", ", ids)}]", ids.Count * SpansPerTrace, cancellationToken);
    }

    public string Link(string traceId) => $"{connection.Server.AbsoluteUri.TrimEnd('/')}/trace/{Uri.EscapeDataString(traceId)}";

    private async Task<HttpResult<FoundSpans>> AskAsync(TraceQuestion question, string filter, int limit, CancellationToken cancellationToken) =>
        (await connection.AskAsync(
            SigNozQuery.Of("raw", question.Start, question.End, SigNozQuery.Rows(filter, limit)), SigNozAnswer.Said, cancellationToken))
        .Read(connection, Read);

    private static string? Filter(TraceQuestion question)
    {
        var (service, operation) = (SigNozQuery.Quoted(question.Service), SigNozQuery.Quoted(question.Operation ?? ""));
        if (service is null || operation is null)
            return null;
        string[] parts =
        [
            $"service.name = {service}",
            .. question.Operation is null ? Array.Empty<string>() : [$"name = {operation}"],
            .. question.OnlyErrors ? ["has_error = true"] : Array.Empty<string>(),
            .. question.MinDuration is { } least ? [string.Create(CultureInfo.InvariantCulture, $"duration_nano >= {least.Ticks * 100}")] : Array.Empty<string>(),
        ];
        return string.Join(" AND ", parts);
    }

    private static FoundSpans Read(JsonElement body) => new(
        [.. SigNozAnswer.Results(body).SelectMany(r => r.Items("rows")).Select(One)],
        SigNozAnswer.Warning(body) is { } warning ? [warning] : []);

    private static Span One(JsonElement row)
    {
        var data = row.GetProperty("data");
        var error = data.TryGetProperty("has_error", out var flag) && flag.ValueKind is JsonValueKind.True;
        var start = row.Text("timestamp") ?? data.GetProperty("timestamp").GetString()!;
        return new(
            data.GetProperty("trace_id").GetString()!, data.GetProperty("span_id").GetString()!,
            data.Text("parent_span_id") is { Length: > 0 } parent ? parent : null, data.Text("service.name") ?? "", data.Text("name") ?? "",
            DateTimeOffset.Parse(start, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            TimeSpan.FromTicks((long)(data.GetProperty("duration_nano").GetDecimal() / 100)), error, error ? data.Text("status_message") : null,
            new Dictionary<string, string>());
    }
}
