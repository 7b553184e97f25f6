using AiFixer.Plugins;

namespace AiFixer.Tests.Plugins.Databases;

[Collection(nameof(DatabaseTests))]
public sealed class VacuumTableTests(DatabaseServer fixture)
{
    private const string Plugin = "db.vacuum_table";
    private const string Bloated =
        """
        CREATE TABLE orders (id int PRIMARY KEY, note text);
        INSERT INTO orders SELECT n, repeat('x', 200) FROM generate_series(1, 20000) n;
        ANALYZE orders;
        DELETE FROM orders WHERE id > 2000
        """;

    [Fact]
    public async Task Bloat_is_found_and_vacuumed_away()
    {
        await using var world = await DbWorld.NewAsync(fixture.Server, Bloated);
        await world.UntilAsync("SELECT n_dead_tup FROM pg_stat_user_tables WHERE n_dead_tup >= 18000");

        var table = (await world.AskAsync("db.table_bloat")).GetProperty("tables")[0];
        var plan = await world.PlanAsync(Plugin, new { table = "orders" });
        var before = await world.ObserveAsync(Plugin, new { table = "orders" }, plan);
        var result = await world.ExecuteAsync(Plugin, new { table = "orders" }, plan);

        table.GetProperty("table").GetString().ShouldBe("public.orders");
        table.GetProperty("deadRows").GetInt64().ShouldBe(18000);
        table.GetProperty("estimatedBloatBytes").GetInt64().ShouldBeGreaterThan(table.GetProperty("sizeBytes").GetInt64() * 8 / 10);
        plan.Call.ShouldBe("VACUUM (ANALYZE) public.orders");
        (before.Applied, before.Health).ShouldBe((ExecuteOutcome.NotDone, TargetHealth.Unhealthy));
        result.ShouldBe(new(ExecuteOutcome.Done, "public.orders was vacuumed"));
        await world.UntilAsync("SELECT vacuum_count FROM pg_stat_user_tables");
        (await world.ObserveAsync(Plugin, new { table = "orders" }, plan)).ShouldBe(
            new(ExecuteOutcome.Done, TargetHealth.Healthy, "public.orders: 0 dead rows beside 2000 live ones, 18000 before"));
    }

    [Fact]
    public async Task A_full_vacuum_gives_the_space_back()
    {
        await using var world = await DbWorld.NewAsync(fixture.Server, Bloated);
        var arguments = new { table = "public.orders", full = true };
        var plan = await world.PlanAsync(Plugin, arguments);
        var size = (await world.AskAsync("db.table_bloat")).GetProperty("tables")[0].GetProperty("sizeBytes").GetInt64();

        (await world.ExecuteAsync(Plugin, arguments, plan)).Outcome.ShouldBe(ExecuteOutcome.Done);

        plan.Call.ShouldBe("VACUUM (FULL, ANALYZE) public.orders");
        (await world.PreviewAsync(Plugin, arguments)).Traits.ShouldBe(new("vacuum", PluginRisk.High, Idempotent: true));
        (await world.PreviewAsync(Plugin, new { table = "orders" })).Traits.ShouldBeNull();
        plan.BlastRadius.ShouldContain("Nobody can read or write");
        (await world.AskAsync("db.table_bloat")).GetProperty("tables")[0].GetProperty("sizeBytes").GetInt64().ShouldBeLessThan(size / 5);
        (await world.ObserveAsync(Plugin, arguments, plan)).Applied.ShouldBe(ExecuteOutcome.Done);
        (await world.PlanAsync(Plugin, arguments)).FieldsHash.ShouldNotBe(plan.FieldsHash);
    }

    [Fact]
    public async Task A_full_vacuum_does_not_queue_behind_a_reader()
    {
        await using var world = await DbWorld.NewAsync(fixture.Server, Bloated, o => o.Postgres["default"].LockTimeout = TimeSpan.FromSeconds(1));
        await (await world.OpenAsync("report")).DoAsync("BEGIN; SELECT count(*) FROM orders");
        var arguments = new { table = "orders", full = true };

        var result = await world.ExecuteAsync(Plugin, arguments, await world.PlanAsync(Plugin, arguments));

        (result.Outcome, result.NotSent).ShouldBe((ExecuteOutcome.NotDone, true));
        result.Message.ShouldContain("lock");
    }

    [Fact]
    public async Task A_table_made_anew_under_the_name_is_another_one()
    {
        await using var world = await DbWorld.NewAsync(fixture.Server, Bloated);
        var plan = await world.PlanAsync(Plugin, new { table = "orders" });
        await (await world.OpenAsync("migration")).DoAsync("DROP TABLE orders; CREATE TABLE orders (id int)");

        var result = await world.ExecuteAsync(Plugin, new { table = "orders" }, plan);

        (result.Outcome, result.Stale).ShouldBe((ExecuteOutcome.NotDone, true));
        (await world.PlanAsync(Plugin, new { table = "orders" })).Target.Uid.ShouldNotBe(plan.Target.Uid);
    }

    [Fact]
    public async Task A_name_must_mean_one_table_of_the_catalogue()
    {
        await using var world = await DbWorld.NewAsync(fixture.Server, "CREATE SCHEMA a; CREATE SCHEMA b; CREATE TABLE a.t (id int); CREATE TABLE b.t (id int); CREATE TABLE \"Mixed\" (id int)");

        (await world.PreviewAsync(Plugin, new { table = "t" })).Error.ShouldBe("name the schema: there are a.t, b.t");
        (await world.PreviewAsync(Plugin, new { table = "pg_class" })).Error!.ShouldStartWith("there is no table 'pg_class'");
        (await world.PlanAsync(Plugin, new { table = "b.t" })).Call.ShouldBe("VACUUM (ANALYZE) b.t");
        (await world.PlanAsync(Plugin, new { table = "Mixed" })).Call.ShouldBe("VACUUM (ANALYZE) public.\"Mixed\"");
    }

    [Fact]
    public async Task Who_may_not_vacuum_is_told_before()
    {
        await using var world = await DbWorld.NewAsync(fixture.Server, Bloated + "; DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'monitor') THEN CREATE ROLE monitor LOGIN IN ROLE pg_monitor; END IF; END $$");
        await using var limited = DbWorld.Over(new Npgsql.NpgsqlConnectionStringBuilder(world.ConnectionString) { Username = "monitor" }.ConnectionString);

        (await limited.PreviewAsync(Plugin, new { table = "orders" })).Error.ShouldBe("our role does not own public.orders and may not vacuum it");
        (await limited.AskAsync("db.table_bloat")).GetProperty("tables").GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData("orders; DROP TABLE orders")]
    [InlineData("-rf")]
    [InlineData("../orders")]
    [InlineData("$(x)")]
    [InlineData("a.b.c")]
    [InlineData("оrders")]
    [InlineData("orders\n")]
    [InlineData("\"orders\"")]
    [InlineData("")]
    public async Task A_name_of_another_kind_is_refused_before_anything_is_asked(string table)
    {
        await using var world = DbWorld.Over("postgresql://nobody@127.0.0.1:1/none");

        (await world.PreviewAsync(Plugin, new { table })).Error!.ShouldContain("$.table");
    }
}
