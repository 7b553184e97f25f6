using System.Globalization;

namespace AiFixer.Plugins.Databases;

/// <summary>Plans a vacuum, or says why not.</summary>
internal static class VacuumPlanner
{
    /// <summary>Nobody can use the table meanwhile, which may be long.</summary>
    private static readonly PlanTraits Exclusive = new("vacuum", PluginRisk.High, Idempotent: true);

    public static async Task<VacuumSight> LookAsync(PgReader reader, string table) => new(
        await reader.TextAsync("SELECT current_database()::text"),
        await reader.TextAsync("SELECT pg_is_in_recovery()::text") == "true",
        await Tables.ByNameAsync(reader, table),
        await Tables.HeldBackByAsync(reader));

    public static PreviewResult Plan(DbArguments arguments, VacuumSight seen) => seen switch
    {
        { IsStandby: true } => PreviewResult.Impossible("this is a standby: vacuum on its primary"),
        { Found: [] } => PreviewResult.Impossible($"there is no table '{arguments.Table}' in {seen.Database}"),
        { Found: [{ VacuumRuns: true } table] } => PreviewResult.Impossible($"{table.Name} is being vacuumed right now", retryable: true),
        { Found: [{ MayVacuum: false } table] } => PreviewResult.Impossible($"our role does not own {table.Name} and may not vacuum it"),
        { Found: [var table] } => PreviewResult.Of(Plan(arguments, seen, table)) with { Traits = arguments.Full ? Exclusive : null },
        _ => PreviewResult.Impossible($"name the schema: there are {string.Join(", ", seen.Found.Select(t => t.Name))}"),
    };

    private static ActionPlan Plan(DbArguments arguments, VacuumSight seen, TableState table)
    {
        var order = VacuumOrder.Of(table, arguments.Full);
        var id = table.Id.ToString(CultureInfo.InvariantCulture);
        return new(
            new(arguments.Connection, VacuumRunner.Kind, seen.Database, table.Name, id), order.Statement, order.ToPayload(),
            $"--- table {table.Name} (now)\n+++ table {table.Name} (after)\n-{table.DeadRows} dead rows beside {table.LiveRows} live ones, {table.SizeBytes} bytes\n"
            + $"+{(seen.HeldBackBy is { } held ? $"dead rows that {held.What} ({DbTime.Age(held.AgeSeconds)} old) may still see are kept" : "no dead rows")}\n",
            PlanHash.Of(("table", id), ("name", table.Name), ("file", arguments.Full ? table.FileId.ToString(CultureInfo.InvariantCulture) : null)),
            arguments.Full
                ? $"Nobody can read or write {table.Name} while it is written anew, and up to {table.SizeBytes} more bytes of disk are needed."
                : $"{table.Name} stays in use; reading and writing it may be slower meanwhile.");
    }
}
