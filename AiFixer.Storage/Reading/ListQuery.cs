using System.Globalization;
using AiFixer.Core.Journal;
using AiFixer.Storage.Statements;
using AiFixer.Storage.Writing;

namespace AiFixer.Storage.Reading;

/// <summary>
/// One page of a list. Each status is asked for by itself and the answers are merged, so that every part walks an
/// index in order and stops after a page, whatever the database guesses about the data.
/// </summary>
internal sealed class ListQuery
{
    private const int MostWords = 8;
    private readonly List<(string Name, object? Value)> _parameters = [];
    private readonly List<string> _conditions = [];

    public ListQuery(IncidentFilter filter, int rows)
    {
        Before(filter);
        Severities(filter);
        Words(filter.Text);
        Shard(filter.Shard);
        _parameters.Add(("rows", (long)rows));
        Text = filter.Statuses is { Count: > 0 } statuses ? Merged(statuses) : Part(null) + " order by id desc limit @rows";
    }

    public string Text { get; }

    public (string Name, object? Value)[] Parameters => [.. _parameters];

    private string Merged(IReadOnlyList<Core.Incidents.IncidentStatus> statuses)
    {
        var parts = statuses.Distinct().Select((status, i) =>
        {
            _parameters.Add((Name("status", i), Names.Of(status)));
            return $"select * from ({Part($"status = @{Name("status", i)}")} order by id desc limit @rows) as p{i}";
        });
        return string.Join(" union all ", parts) + " order by id desc limit @rows";
    }

    private string Part(string? condition)
    {
        List<string> all = condition is null ? _conditions : [condition, .. _conditions];
        var where = all.Count == 0 ? "" : " where " + string.Join(" and ", all);
        return $"select {IncidentRows.Columns} from incidents{where}";
    }

    private void Before(IncidentFilter filter)
    {
        if (filter.Before is not { } before)
            return;
        _conditions.Add("id < @before");
        _parameters.Add(("before", before.Value));
    }

    private void Severities(IncidentFilter filter)
    {
        if (filter.Severities is not { Count: > 0 } severities)
            return;
        _conditions.Add($"severity in ({string.Join(", ", severities.Select((_, i) => "@" + Name("severity", i)))})");
        _parameters.AddRange(severities.Select((severity, i) => (Name("severity", i), (object?)Names.Of(severity))));
    }

    private void Shard(IncidentShard? shard)
    {
        if (shard is null)
            return;
        _conditions.Add(Shards.Condition);
        _parameters.AddRange(Shards.Parameters(shard));
    }

    private void Words(string? text)
    {
        var words = (text ?? "").Replace("\0", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        foreach (var (i, word) in words.Take(MostWords).Index())
        {
            _conditions.Add($"search like @{Name("word", i)} escape '\\'");
            _parameters.Add((Name("word", i), LikePattern.Containing(SearchText.Fold(word))));
        }
    }

    private static string Name(string what, int number) => what + number.ToString(CultureInfo.InvariantCulture);
}
