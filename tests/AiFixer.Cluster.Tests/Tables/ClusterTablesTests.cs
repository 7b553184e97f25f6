using AiFixer.Grains.Membership;
using AiFixer.Silo.Tables;
using AiFixer.Storage;
using AiFixer.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace AiFixer.Cluster.Tests.Tables;

public sealed class ClusterTablesTests(SharedPostgres postgres)
{
    public static TheoryData<string, string> Damages => new()
    {
        { "drop table silos", "silos" },
        { "alter table silos drop column alive_at", "silos.alive_at" },
        { "delete from orleansquery where querykey = 'GatewaysQueryKey'", "GatewaysQueryKey" },
        { "update orleansquery set querytext = 'select 1' where querykey = 'WriteToStorageKey'", "WriteToStorageKey" },
        { "drop table cluster_migrations", "no version" },
        { "update cluster_migrations set name = 'something' where number = 2", "2 (something)" },
        { "delete from cluster_migrations where number = 1", "2 (snapshots)" },
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Silos_that_start_at_once_make_them_once()
    {
        var database = await DatabaseAsync();

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => MakeAsync(database)));

        (await ScalarAsync(database, "select string_agg(number || ' ' || name, ', ' order by number) from cluster_migrations"))
            .ShouldBe("1 membership, 2 snapshots");
    }

    [Fact]
    public async Task Tables_of_the_version_before_are_brought_up()
    {
        var database = await DatabaseAsync();
        await MakeAsync(database);
        await ExecuteAsync(database, "drop table snapshots");
        await ExecuteAsync(database, "delete from orleansquery where querykey like '%Storage%'");
        await ExecuteAsync(database, "delete from cluster_migrations where number = 2");

        await MakeAsync(database);

        (await ScalarAsync(database, "select max(number)::text from cluster_migrations")).ShouldBe("2");
    }

    [Fact]
    public async Task A_newer_version_is_refused_with_both_versions_and_what_to_do()
    {
        var database = await DatabaseAsync();
        await MakeAsync(database);
        await ExecuteAsync(database, "insert into cluster_migrations values (7, 'future', 0)");

        var refused = await Should.ThrowAsync<StorageRefusedException>(() => MakeAsync(database));

        refused.Message.ShouldBe(
            "This program found cluster tables of version 7 in the database, and it knows version 2 at most: a newer program has been here. Start that one, or restore the backup made before it.");
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Damaged_or_unknown_tables_are_refused_until_they_are_made_anew(string damage, string said)
    {
        var database = await DatabaseAsync();
        await MakeAsync(database);
        await ExecuteAsync(database, damage);

        var refused = await Should.ThrowAsync<StorageRefusedException>(() => MakeAsync(database));

        refused.Message.ShouldContain(said);
        refused.Message.ShouldContain("drop schema aifixer_cluster cascade");
        await ExecuteAsync(database, "drop schema aifixer_cluster cascade");
        await MakeAsync(database);
    }

    private static Task MakeAsync(string database) => new ClusterTables(database, NullLoggerFactory.Instance).StartAsync(Stop);

    private static async Task ExecuteAsync(string database, string statement)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync(Stop);
    }

    private static async Task<string?> ScalarAsync(string database, string statement)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(statement);
        return (string?)await command.ExecuteScalarAsync(Stop);
    }

    private async Task<string> DatabaseAsync() => ClusterDatabase.At(await postgres.CreateDatabaseAsync());
}
