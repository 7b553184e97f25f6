using AiFixer.Plugins.Databases;
using Npgsql;

namespace AiFixer.Tests.Plugins.Databases;

/// <summary>Behind a pooler a connection is shared: what is set on it for one statement must not stay for others.</summary>
[Collection(nameof(DatabaseTests))]
public sealed class PgWriterTests(DatabaseServer fixture)
{
    private const string Bounds = "SELECT current_setting('statement_timeout') || ' ' || current_setting('lock_timeout') || ' ' || current_setting('search_path')";

    [Fact]
    public async Task What_bounds_a_statement_goes_with_it()
    {
        await using var world = await DbWorld.NewAsync(fixture.Server);
        var session = await world.OpenAsync("pooled");
        var before = await session.AskAsync<string>(Bounds);
        var writer = Writer(session);

        (await writer.SendAsync(Bounds)).ShouldBe("7s 300ms pg_catalog");
        (await session.AskAsync<string>(Bounds)).ShouldBe(before);
        (await writer.LookAsync(Bounds, row => row.GetString(0))).ShouldBe("7s 300ms pg_catalog");
        (await session.AskAsync<string>(Bounds)).ShouldBe(before);
    }

    [Fact]
    public async Task A_statement_that_fails_leaves_nothing_behind_for_who_comes_next()
    {
        await using var world = await DbWorld.NewAsync(fixture.Server);
        using var client = new PgClient(
            "default", new() { Dsn = world.ConnectionString, MaxConnections = 1 }, new("postgres", "default", new(), TimeProvider.System), TimeProvider.System);
        var call = new AiFixer.Plugins.PluginCall("{}", "INC-1", "A1", "tester", TimeProvider.System.GetUtcNow());

        var failed = await client.WriteAsync(call, TimeSpan.FromSeconds(7), async writer => $"{await writer.SendAsync("SELECT 1 / 0")}", DbWorld.Stop);
        var after = await client.WriteAsync(call, TimeSpan.FromSeconds(9), async writer => $"{await writer.SendAsync("SELECT current_setting('statement_timeout')")}", DbWorld.Stop);

        failed.Error!.SqlState.ShouldBe("22012");
        after.Value.ShouldBe("9s");
    }

    [Fact]
    public async Task What_cannot_be_in_a_transaction_is_bounded_by_its_connection()
    {
        await using var world = await DbWorld.NewAsync(fixture.Server, "CREATE TABLE t (id int)");
        using var client = new PgClient(
            "default", new() { Dsn = world.ConnectionString, LockTimeout = TimeSpan.FromSeconds(2) }, new("postgres", "default", new(), TimeProvider.System), TimeProvider.System);
        var call = new AiFixer.Plugins.PluginCall("{}", "INC-1", "A1", "tester", TimeProvider.System.GetUtcNow());
        var holder = await world.OpenAsync("holder");
        await holder.DoAsync("BEGIN; LOCK TABLE t");

        var refused = await client.WriteAloneAsync(call, writer => writer.SendHearingAsync("VACUUM FULL public.t"), DbWorld.Stop);

        refused.Error!.SqlState.ShouldBe("55P03");
    }

    private static PgWriter Writer(NpgsqlConnection session) =>
        new(session, new(), TimeSpan.FromSeconds(7), TimeSpan.FromMilliseconds(300), static () => true, DbWorld.Stop);
}
