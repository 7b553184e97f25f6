using Npgsql;

namespace AiFixer.Plugins.Databases;

/// <summary>Reads tables from the catalogue; a name from outside is a value to compare with, never a part of a statement.</summary>
internal static class Tables
{
    public static Task<List<TableState>> WorstAsync(PgReader reader) => reader.RowsAsync(TableSql.Worst, Of);

    public static Task<TableState?> ByIdAsync(PgReader reader, uint id) => reader.RowAsync(TableSql.ById, Of, ("id", (long)id));

    public static Task<TableState?> ByIdAsync(PgWriter writer, uint id) => writer.LookAsync(TableSql.ById, Of, ("id", (long)id));

    /// <param name="name">A name, or schema and name with a dot between.</param>
    public static Task<List<TableState>> ByNameAsync(PgReader reader, string name)
    {
        var parts = name.Split('.');
        return reader.RowsAsync(TableSql.ByName, Of, ("table", parts[^1]), ("schema", parts.Length == 2 ? parts[0] : ""));
    }

    public static Task<Horizon?> HeldBackByAsync(PgReader reader) => reader.RowAsync(
        TableSql.Horizon, r => new Horizon(OutsideText.Line(r.Text("what"), 200), Math.Round(r.Value<double>("seconds"))));

    private static TableState Of(NpgsqlDataReader row) => new()
    {
        Id = row.Value<uint>("id"),
        Name = OutsideText.Line(row.Value<string>("name"), 260),
        FileId = row.Value<uint>("file"),
        Kind = row.Value<string>("kind"),
        LiveRows = row.Value<long>("live"),
        DeadRows = row.Value<long>("dead"),
        SizeBytes = row.Value<long>("bytes"),
        EstimatedBloatBytes = row.Maybe<long>("bloat"),
        LastVacuum = row.Maybe<DateTime>("last_vacuum"),
        LastAutovacuum = row.Maybe<DateTime>("last_autovacuum"),
        LastAnalyze = row.Maybe<DateTime>("last_analyze"),
        Vacuums = row.Value<long>("vacuums"),
        FrozenAge = row.Value<long>("frozen"),
        VacuumRuns = row.Value<bool>("runs"),
        MayVacuum = row.Value<bool>("may"),
    };
}
