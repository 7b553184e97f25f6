namespace AiFixer.Tests.Plugins.Databases;

[Collection(nameof(DatabaseTests))]
public sealed class LockWaitsTests(DatabaseServer fixture)
{
    private const string Orders = "CREATE TABLE orders (id int PRIMARY KEY, state text); INSERT INTO orders VALUES (1, 'a'), (2, 'b'), (3, 'c')";

    [Fact]
    public async Task Who_waits_for_whom_is_told_from_the_root_down()
    {
        await using var world = await DbWorld.NewAsync(fixture.Server, Orders);
        var root = await world.OpenAsync("shop");
        await root.DoAsync("BEGIN; UPDATE orders SET state = 'secret-x' WHERE id = 1");
        var middle = await world.OpenAsync("billing");
        await middle.DoAsync("BEGIN; UPDATE orders SET state = 'y' WHERE id = 2");
        await world.StartWaitingAsync(middle, "UPDATE orders SET state = 'secret-y' WHERE id = 1");
        var last = await world.OpenAsync("report");
        await world.StartWaitingAsync(last, "UPDATE orders SET state = 'secret-z' WHERE id = 2");

        var result = await world.RunAsync("db.lock_waits");
        var seen = await world.AskAsync("db.lock_waits");

        var tree = seen.GetProperty("tree").EnumerateArray().ToList();
        tree.Select(n => (n.GetProperty("depth").GetInt32(), n.GetProperty("session").GetProperty("pid").GetInt32(), n.GetProperty("blocksInAll").GetInt32()))
            .ShouldBe([(0, root.ProcessID, 2), (1, middle.ProcessID, 1), (2, last.ProcessID, 0)]);
        tree[0].GetProperty("session").GetProperty("state").GetString().ShouldBe("idle in transaction");
        tree[1].GetProperty("relation").GetString().ShouldBe("public.orders");
        tree[1].GetProperty("lock").GetString().ShouldBe("ShareLock on transactionid");
        tree[1].GetProperty("session").GetProperty("statement").GetString().ShouldBe("UPDATE orders SET state = ? WHERE id = ?");
        tree[2].GetProperty("waitSeconds").GetDouble().ShouldBeGreaterThanOrEqualTo(0);
        result.Message.ShouldStartWith("2 sessions wait for locks");
        result.Message.ShouldContain($"pid {root.ProcessID} holds up 2");
        result.Data!.ShouldNotContain("secret");
    }

    [Fact]
    public async Task A_wait_for_a_whole_table_names_the_table()
    {
        await using var world = await DbWorld.NewAsync(fixture.Server, "CREATE SCHEMA \"Odd one\"; CREATE TABLE \"Odd one\".t (id int)");
        var root = await world.OpenAsync("migration");
        await root.DoAsync("BEGIN; LOCK TABLE \"Odd one\".t IN ACCESS EXCLUSIVE MODE");
        await world.StartWaitingAsync(await world.OpenAsync("shop"), "SELECT * FROM \"Odd one\".t");

        var waiter = (await world.AskAsync("db.lock_waits")).GetProperty("tree")[1];

        waiter.GetProperty("relation").GetString().ShouldBe("\"Odd one\".t");
        waiter.GetProperty("lock").GetString().ShouldBe("AccessShareLock on relation");
    }

    [Fact]
    public async Task Sessions_that_wait_for_each_other_are_a_cycle()
    {
        await using var world = await DbWorld.NewAsync(fixture.Server, Orders);
        var (first, second) = await Deadlock.MakeAsync(world);

        var cycle = (await world.AskAsync("db.lock_waits")).GetProperty("cycles")[0];

        cycle.EnumerateArray().Select(p => p.GetInt32()).ShouldBe([first.Session.ProcessID, second.Session.ProcessID], ignoreOrder: true);
    }

    [Fact]
    public async Task Nobody_waiting_is_an_answer()
    {
        await using var world = await DbWorld.NewAsync(fixture.Server);

        (await world.RunAsync("db.lock_waits")).Message.ShouldBe("nobody waits for a lock");
    }
}
