using System.Globalization;
using AiFixer.Core.Journal;
using AiFixer.Storage.Writing;

namespace AiFixer.Storage.Reading;

/// <summary>
/// What lists ask. Each status and severity is asked for by itself and the answers are merged, so that every part
/// walks an index in order and stops after a page, whatever the database guesses about the data.
/// </summary>
internal sealed class ListQuery
{
    private const int MostWords = 8;
    private const string BeforeEveryId = "";
    private const string AfterEveryId = "~";
    private readonly List<(string Name, object? Value)> _filter = [];
    private readonly List<(string Name, object? Value)> _words = [];
    private readonly IReadOnlyList<(string Range, string Order)> _parts;

    public ListQuery(IncidentFilter filter)
    {
        _filter.Add(("before", filter.Before?.Value ?? AfterEveryId));
        foreach (var (i, word) in SplitText(filter.Text).Index())
            _words.Add((Name("word", i), LikePattern.Containing(SearchText.Fold(word))));
        var scope = ListScope.Of(filter, HasWords);
        _filter.AddRange(scope.Parameters);
        _parts = [.. scope.Parts.Select(Stretch).SelectMany(part => scope.Conditions.Select(condition => (part.Range + condition, part.Order)))];
    }

    /// <summary>Whether a text is wanted, which no index finds.</summary>
    public bool HasWords => _words.Count > 0;

    /// <summary>The newest incidents of all parts, their text left aside.</summary>
    public ListQuestion Page(int rows) =>
        Newest("", [.. _filter, ("oldest", BeforeEveryId), ("rows", (long)rows)]);

    /// <summary>The newest of the incidents that have the words and are at least as new as this one.</summary>
    public ListQuestion Found(string? oldest, int rows)
    {
        var words = _words.Select(word => $" and search like @{word.Name} escape '\\'");
        return Newest(string.Concat(words), [.. _filter, .. _words, ("oldest", oldest ?? BeforeEveryId), ("rows", (long)rows)]);
    }

    /// <summary>The id after so many in all parts together, or a newer one; null when there are not so many.</summary>
    public ListQuestion Window(int rows)
    {
        var ends = _parts.Select((part, i) =>
            $"select id from (select id from incidents where {part.Range} order by {part.Order} limit 1 offset @offset) as p{i}");
        return new(
            $"select max(id) from ({string.Join(" union all ", ends)}) as ends",
            [.. _filter, ("oldest", BeforeEveryId), ("offset", (long)Math.Max(rows / _parts.Count, 1))]);
    }

    private ListQuestion Newest(string conditions, (string, object?)[] parameters)
    {
        var parts = _parts.Select((part, i) =>
            $"select * from (select {IncidentRows.Columns} from incidents where {part.Range}{conditions} order by {part.Order} limit @rows) as p{i}");
        return new(string.Join(" union all ", parts) + " order by id desc limit @rows", parameters);
    }

    // Said of all three columns at once, which only the index over them answers and only it has in this order. Said one by
    // one, PostgreSQL would rather walk all incidents by their id as soon as it plans without knowing the status.
    private (string Range, string Order) Stretch(ListPart part, int number)
    {
        if (part.IsEverything)
            return ("id < @before and id >= @oldest", "id desc");
        var (status, severity) = (Name("status", number), Name("severity", number));
        _filter.AddRange([(status, part.Status), (severity, part.Severity)]);
        return (
            $"(status, severity, id) < (@{status}, @{severity}, @before) and (status, severity, id) >= (@{status}, @{severity}, @oldest)",
            "status desc, severity desc, id desc");
    }

    private static IEnumerable<string> SplitText(string? text) =>
        (text ?? "").Replace("\0", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords);

    private static string Name(string what, int number) => what + number.ToString(CultureInfo.InvariantCulture);
}
