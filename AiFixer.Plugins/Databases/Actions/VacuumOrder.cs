using System.Text.Json;

namespace AiFixer.Plugins.Databases;

/// <summary>Which table is to be vacuumed, by its identity, and how it was before.</summary>
internal sealed record VacuumOrder(uint Table, string Statement, bool Full, uint FileId, long Vacuums, DateTime? LastVacuum, long DeadRows)
{
    /// <param name="table">Its name is the server's own, quoted by the server.</param>
    public static VacuumOrder Of(TableState table, bool full) =>
        new(table.Id, StatementFor(table, full), full, table.FileId, table.Vacuums, table.LastVacuum, table.DeadRows);

    public static string StatementFor(TableState table, bool full) => $"VACUUM ({(full ? "FULL, " : "")}ANALYZE) {table.Name}";

    public string ToPayload() => JsonSerializer.Serialize(this, OrderJson.Default.VacuumOrder);

    public static VacuumOrder? TryParse(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize(payload, OrderJson.Default.VacuumOrder);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
