namespace AiFixer.Silo.Tables;

/// <summary>What Orleans asks about silos. Keys, parameters and the columns of answers are given by it.</summary>
internal static class MembershipQueries
{
    private const string ThisSilo = "cluster = @DeploymentId and address = @Address and port = @Port and generation = @Generation";

    private const string Columns =
        """
        s.address as Address, s.port as Port, s.generation as Generation, s.name as SiloName, s.host as HostName,
        s.status as Status, s.gateway_port as ProxyPort, s.suspected_by as SuspectTimes, s.started_at as StartTime,
        s.alive_at as IAmAliveTime, c.version as Version
        """;

    /// <summary>Every change of who is there takes the cluster from one version to the next, so that one of two wins.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["InsertMembershipVersionKey"] =
            """
            with made as (insert into clusters values (@DeploymentId, 0) on conflict do nothing returning 1)
            select exists (select from made)
            """,
        ["MembershipReadAllKey"] =
            $"select {Columns} from clusters c left join silos s on s.cluster = c.cluster where c.cluster = @DeploymentId",
        ["MembershipReadRowKey"] =
            $"""
            select {Columns} from clusters c
            left join (select * from silos where {ThisSilo}) s on s.cluster = c.cluster
            where c.cluster = @DeploymentId
            """,
        ["InsertMembershipKey"] =
            $"""
            with turn as (
                update clusters set version = version + 1
                where cluster = @DeploymentId and version = @Version and not exists (select from silos where {ThisSilo})
                returning cluster),
            added as (
                insert into silos
                select cluster, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, null, @StartTime, @IAmAliveTime
                from turn returning 1)
            select exists (select from added)
            """,
        ["UpdateMembershipKey"] =
            $"""
            with turn as (
                update clusters set version = version + 1
                where cluster = @DeploymentId and version = @Version and exists (select from silos where {ThisSilo})
                returning 1),
            changed as (
                update silos set status = @Status, suspected_by = @SuspectTimes, alive_at = @IAmAliveTime
                where {ThisSilo} and exists (select from turn) returning 1)
            select exists (select from changed)
            """,
        ["UpdateIAmAlivetimeKey"] = $"update silos set alive_at = @IAmAliveTime where {ThisSilo}",
        ["GatewaysQueryKey"] =
            """
            select address as Address, gateway_port as ProxyPort, generation as Generation from silos
            where cluster = @DeploymentId and status = @Status and gateway_port > 0
            """,
        ["CleanupDefunctSiloEntriesKey"] =
            "delete from silos where cluster = @DeploymentId and alive_at < @IAmAliveTime and status <> 3",
        ["DeleteMembershipTableEntriesKey"] =
            """
            with gone as (delete from silos where cluster = @DeploymentId)
            delete from clusters where cluster = @DeploymentId
            """,
    };
}
