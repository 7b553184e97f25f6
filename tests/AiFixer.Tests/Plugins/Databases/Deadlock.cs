using Npgsql;

namespace AiFixer.Tests.Plugins.Databases;

/// <summary>Two sessions that wait for each other; the server would look for that in ten minutes.</summary>
internal sealed record Deadlock(NpgsqlConnection Session, Task Statement)
{
    public static async Task<(Deadlock First, Deadlock Second)> MakeAsync(DbWorld world)
    {
        var first = await world.OpenAsync("first");
        await first.DoAsync("BEGIN; UPDATE orders SET state = 'x' WHERE id = 1");
        var second = await world.OpenAsync("second");
        await second.DoAsync("BEGIN; UPDATE orders SET state = 'x' WHERE id = 2");
        var waits = await world.StartWaitingAsync(first, "UPDATE orders SET state = 'y' WHERE id = 2");
        return (new(first, waits), new(second, await world.StartWaitingAsync(second, "UPDATE orders SET state = 'y' WHERE id = 1")));
    }
}
