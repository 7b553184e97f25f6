namespace AiFixer.Silo.Tables;

/// <summary>What Orleans asks about the snapshots of grains. Keys, parameters and the columns of answers are given by it.</summary>
internal static class SnapshotQueries
{
    private const string ThisGrain =
        """
        service = @ServiceId and type = @GrainTypeString
        and number_0 = @GrainIdN0 and number_1 = @GrainIdN1 and id = coalesce(@GrainIdExtensionString, '')
        """;

    /// <summary>Whoever writes on top of a version that is not the last one gets no answer, which says that he was late.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["ReadFromStorageKey"] = $"select state as PayloadBinary, version as Version from snapshots where {ThisGrain}",
        ["WriteToStorageKey"] =
            """
            insert into snapshots as known
            values (
                @ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, coalesce(@GrainIdExtensionString, ''),
                coalesce(@GrainStateVersion, 0) + 1, @PayloadBinary)
            on conflict (service, type, number_0, number_1, id) do update
            set version = known.version + 1, state = excluded.state where known.version = @GrainStateVersion
            returning version as NewGrainStateVersion
            """,
        ["ClearStorageKey"] =
            $"""
            update snapshots set version = version + 1, state = null
            where {ThisGrain} and version = @GrainStateVersion returning version as NewGrainStateVersion
            """,
        ["DeleteStorageKey"] =
            $"""
            delete from snapshots
            where {ThisGrain} and version = @GrainStateVersion returning version + 1 as NewGrainStateVersion
            """,
    };
}
