namespace AiFixer.Plugins.Databases;

/// <summary>Answer of <c>db.table_bloat</c>, the worst table first.</summary>
/// <param name="Tables">The tables.</param>
/// <param name="HeldBackBy">What still sees old rows, so that no vacuum may remove them; null when nothing has for a minute or longer.</param>
internal sealed record BloatData(IReadOnlyList<BloatTableData> Tables, Horizon? HeldBackBy);
