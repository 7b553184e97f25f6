using System.Collections.Immutable;

namespace AiFixer.Core.Analysis.Databases;

/// <summary>A statement that the database is busy with.</summary>
/// <param name="Share">Its share of the load, from 0 to 1.</param>
public sealed record StatementFact(string Text, double Load, double Share, ImmutableList<WaitFact> Waits)
{
    public bool Writes => Changes.Text.Has(Text, @"^\W*(insert|update|delete|merge|create|refresh|truncate|alter)\b|^\W*copy\s+[\w.\x22]+\s*(\([^)]*\))?\s*from\b|insert into|bulk");

    public bool IsVacuum => Changes.Text.Has(Text, @"vacuum|analyze\b|reindex|cluster\b");
}
