using AiFixer.Core.Journal;
using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Statements;

/// <summary>How often each playbook came to each result.</summary>
internal sealed class CountHeals(Dialect dialect, Column<string> playbook, Column<string> result, Column<long> count, Column<long> at)
    : Command(dialect, playbook, result, count, at)
{
    private static readonly Comparer<(string Playbook, string Result)> InOrder = Comparer<(string Playbook, string Result)>.Create(
        (left, right) => string.CompareOrdinal(left.Playbook, right.Playbook) is var order and not 0 ? order : string.CompareOrdinal(left.Result, right.Result));

    private readonly SortedDictionary<(string Playbook, string Result), (long Count, long At)> _noted = new(InOrder);

    public CountHeals(Dialect dialect)
        : this(dialect, Statements.Columns.Text("playbook"), Statements.Columns.Text("result"), Statements.Columns.Number("times"), Statements.Columns.Number("at"))
    {
    }

    // Without a condition SQLite would take the conflict for that of a join.
    public override string Text => $"""
        insert into heal_counts (playbook, result, times, last_at)
        select r.playbook, r.result, r.times, r.at from {Rows} where true
        on conflict (playbook, result) do update
        set times = heal_counts.times + excluded.times,
            last_at = case when excluded.last_at > heal_counts.last_at then excluded.last_at else heal_counts.last_at end
        """;

    public void Note(HealCount heal)
    {
        var key = (heal.Playbook, Names.Of(heal.Result));
        var (times, last) = _noted.GetValueOrDefault(key);
        _noted[key] = (times + 1, Math.Max(last, heal.At.UtcTicks));
    }

    /// <summary>One row for each, always in the same order: two processes then wait for each other in one direction.</summary>
    public void Settle()
    {
        foreach (var ((of, came), (times, last)) in _noted)
        {
            playbook.Add(of);
            result.Add(came);
            count.Add(times);
            at.Add(last);
        }

        _noted.Clear();
    }

    public void Forget()
    {
        Clear();
        _noted.Clear();
    }
}
