using System.Data.Common;
using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Statements;

/// <summary>Who holds the claims that a batch wants. A key that nobody ever took has no row.</summary>
internal sealed class ReadClaims(Dialect dialect, Column<long> claim, Column<string> low, Column<string> high)
    : Question(dialect, claim, low, high)
{
    private readonly List<List<HeldClaim>?> _held = [];

    public ReadClaims(Dialect dialect)
        : this(dialect, Statements.Columns.Number("claim"), Statements.Columns.Text("low"), Statements.Columns.Text("high"))
    {
    }

    public override string Text { get; } = $"""
        select r.claim, x.key, x.incident, x.expires_at
        from {dialect.Rows([claim, low, high])} join claims x on x.key >= r.low and x.key <= r.high {dialect.ForUpdate}
        """;

    public void Forget()
    {
        Clear();
        _held.Clear();
    }

    /// <returns>The number under which the answer is found.</returns>
    public int Ask(string first, string last)
    {
        claim.Add(_held.Count);
        low.Add(first);
        high.Add(last);
        _held.Add(null);
        return _held.Count - 1;
    }

    public override void Read(DbDataReader reader)
    {
        var index = (int)reader.GetInt64(0);
        var expires = reader.IsDBNull(3) ? (long?)null : reader.GetInt64(3);
        (_held[index] ??= []).Add(new(reader.GetString(1), reader.GetString(2), expires));
    }

    public IReadOnlyList<HeldClaim> Of(int index) => _held[index] ?? (IReadOnlyList<HeldClaim>)[];
}
