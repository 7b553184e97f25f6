namespace AiFixer.Plugins.Databases;

/// <summary>A table and its dead weight.</summary>
/// <param name="EstimatedBloatBytes">From the planner's statistics; null where there are none.</param>
/// <param name="FrozenAge">Transactions since its oldest unfrozen row; near 2,000,000,000 the server stops taking writes.</param>
internal sealed record BloatTableData(
    string Table, long LiveRows, long DeadRows, double DeadRatio, long SizeBytes, long? EstimatedBloatBytes, string? LastVacuum,
    string? LastAutovacuum, string? LastAnalyze, long FrozenAge, bool VacuumRuns)
{
    public static BloatTableData Of(TableState table) => new(
        table.Name, table.LiveRows, table.DeadRows, table.DeadRatio, table.SizeBytes, table.EstimatedBloatBytes, DbTime.Text(table.LastVacuum),
        DbTime.Text(table.LastAutovacuum), DbTime.Text(table.LastAnalyze), table.FrozenAge, table.VacuumRuns);
}
