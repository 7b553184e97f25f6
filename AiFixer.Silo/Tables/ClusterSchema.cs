using System.Data.Common;
using AiFixer.Grains.Membership;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Migrations;

namespace AiFixer.Silo.Tables;

/// <summary>The tables of Orleans, in a PostgreSQL schema of their own: nothing in them is missed when they are lost.</summary>
internal static class ClusterSchema
{
    /// <summary>Where Orleans looks for the statements it runs; the name of the table and of its columns are given by it.</summary>
    public const string Queries = "orleansquery";

    private const string Repair =
        $"Stop all silos, run 'drop schema {ClusterDatabase.Folder} cascade' in that database and start them again: nothing is kept there that cannot be made anew.";

    public static Schema Current { get; } = new(
        "cluster tables",
        "cluster_migrations",
        [Membership(), Snapshots()],
        [
            new(Queries, "querykey", "querytext"),
            new("clusters", "cluster", "version"),
            new("silos", "cluster", "address", "port", "generation", "name", "host", "status", "gateway_port", "suspected_by", "started_at", "alive_at"),
            new("snapshots", "service", "type", "number_0", "number_1", "id", "version", "state"),
        ],
        Repair)
    {
        Before = [$"create schema if not exists {ClusterDatabase.Folder}"],
        AlsoMissing = ChangedQueries,
    };

    private static List<string> ChangedQueries(DbConnection connection) =>
    [
        .. MembershipQueries.All.Concat(SnapshotQueries.All)
            .Where(query => connection.Scalar<long>(
                $"select count(*) from {Queries} where querykey = @key and querytext = @text", ("key", query.Key), ("text", query.Value)) == 0)
            .Select(query => $"the statement {query.Key}"),
    ];

    private static Migration Membership() => new(1, "membership",
    [
        $"create table {Queries} (querykey text not null primary key, querytext text not null)",
        "create table clusters (cluster text not null primary key, version integer not null)",
        """
        create table silos (
            cluster text not null references clusters (cluster),
            address text not null,
            port integer not null,
            generation integer not null,
            name text not null,
            host text not null,
            status integer not null,
            gateway_port integer not null,
            suspected_by text,
            started_at timestamptz not null,
            alive_at timestamptz not null,
            primary key (cluster, address, port, generation))
        """,
        .. MembershipQueries.All.Select(Insert),
    ]);

    private static Migration Snapshots() => new(2, "snapshots",
    [
        """
        create table snapshots (
            service text not null,
            type text not null,
            number_0 bigint not null,
            number_1 bigint not null,
            id text not null,
            version integer not null,
            state bytea,
            primary key (service, type, number_0, number_1, id))
        """,
        .. SnapshotQueries.All.Select(Insert),
    ]);

    private static string Insert(KeyValuePair<string, string> query) =>
        $"insert into {Queries} (querykey, querytext) values ('{query.Key}', $query${query.Value}$query$)";
}
