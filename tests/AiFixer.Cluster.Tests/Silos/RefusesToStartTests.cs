using AiFixer.EndToEnd.Support;
using AiFixer.Grains.Membership;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Migrations;
using AiFixer.TestSupport;
using Npgsql;

namespace AiFixer.Cluster.Tests.Silos;

/// <summary>The silo program as a process, on tables that are not for it.</summary>
public sealed class RefusesToStartTests(SharedPostgres postgres)
{
    private const int CannotStart = 2;

    private static int Incidents => Steps.For(Dialect.Postgres).Newest;

    [Fact]
    public async Task Wrong_tables_end_it_with_one_sentence_that_says_the_versions_and_what_to_do()
    {
        using var folder = new TempFolder();
        var settings = OneSilo.On(await postgres.CreateDatabaseAsync(), folder.Path);
        await (await GatewayProcess.StartReadyAsync(settings)).DisposeAsync();

        await ExecuteAsync(settings, $"insert into {ClusterDatabase.Folder}.cluster_migrations values (7, 'future', 0)");
        await IsRefusedAsync(settings, "cluster tables of version 7", "knows version 2 at most", "Start that one");
        await ExecuteAsync(settings, $"delete from {ClusterDatabase.Folder}.cluster_migrations where number = 7");
        await ExecuteAsync(settings, $"drop table {ClusterDatabase.Folder}.silos");
        await IsRefusedAsync(settings, "cluster tables of version 2", "without silos", "drop schema aifixer_cluster cascade");
        await ExecuteAsync(settings, "insert into schema_migrations values (999, 'future', 0)");
        await IsRefusedAsync(settings, "incident tables of version 999", $"knows version {Incidents} at most", "Start that one");
        await ExecuteAsync(settings, "delete from schema_migrations where number = 999");
        await ExecuteAsync(settings, "alter table claims drop column expires_at");
        await IsRefusedAsync(settings, $"incident tables of version {Incidents}", "without claims.expires_at", "Restore a backup");
    }

    private static async Task IsRefusedAsync(GatewaySettings settings, params string[] said)
    {
        await using var silo = GatewayProcess.Start(settings);

        (await silo.Process.ExitedAsync()).ShouldBe(CannotStart);
        var sentence = silo.Process.Output.Where(line => line.StartsWith("aifixer-silo: ", StringComparison.Ordinal)).ShouldHaveSingleItem();
        said.ShouldAllBe(part => sentence.Contains(part));
        silo.Process.Output.ShouldNotContain(line => line.StartsWith("   at "), "a stack trace explains nothing to its reader");
    }

    private static async Task ExecuteAsync(GatewaySettings settings, string statement)
    {
        await using var source = NpgsqlDataSource.Create(settings.Postgres!);
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
