using AiFixer.Playground.Json;
using AiFixer.Playground.Observability;

namespace AiFixer.Playground.Cases;

/// <summary>Reads <c>logs.ndjson</c>: a line of JSON for each log line.</summary>
internal static class LogReader
{
    public static IReadOnlyList<LogRecord> Read(CaseFile file) => [.. file.Lines().Select(l => One(file, l.Number, l.Text))];

    private static LogRecord One(CaseFile file, int number, string text)
    {
        var item = file.Json(text, number);
        if (item.Obj("labels") is not { Count: > 0 } labels)
            throw file.Wrong(number, "labels must be an object with at least one label");
        var pairs = labels.Select(l => KeyValuePair.Create(
            l.Key, l.Value.AsText() ?? throw file.Wrong(number, $"the label '{l.Key}' must be a text")));
        return new(
            file.Moment(item, "ts", number), new(pairs.ToList()), item.Str("line") ?? throw file.Wrong(number, "line must be a text"));
    }
}
