using System.Data.Common;
using AiFixer.Core;
using AiFixer.Core.Journal;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Sealing;

namespace AiFixer.Storage.Audit;

/// <summary>Follows every incident's chain of entries, and compares its end with the incident's row.</summary>
internal sealed class ChainCheck(AuditFindings findings, Vault vault)
{
    private string _incident = "";
    private long _version;
    private string _digest = "";
    private (long Version, string Digest)? _row;

    public async Task RunAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await ChainsAsync(connection, cancellationToken);
        await WithoutEntriesAsync(connection, cancellationToken);
    }

    private async Task ChainsAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.Command("""
            select e.incident, e.version, e.entry, e.digest, i.version, i.digest
            from entries e left join incidents i on i.id = e.incident
            order by e.incident, e.version
            """);
        command.CommandTimeout = 0;
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            Entry(rows);
        End();
    }

    private void Entry(DbDataReader row)
    {
        if (row.GetString(0) is var incident && incident != _incident)
        {
            End();
            (_incident, _version, _digest) = (incident, 0, "");
            _row = row.IsDBNull(4) ? null : (row.GetInt64(4), row.GetString(5));
        }

        var version = row.GetInt64(1);
        if (version != _version + 1)
            Problem(version, $"The entries from {_version + 1} to {version - 1} are missing.");
        else if (EntryDigest.Of(_digest, new IncidentId(incident), version, vault.OpenOrKeep(row.GetFieldValue<byte[]>(2), Places.Entry(incident, version))) != row.GetString(3))
            Problem(version, "The entry or its digest was changed.");
        (_version, _digest) = (version, row.GetString(3));
        findings.Entries++;
    }

    private void End()
    {
        if (_incident.Length == 0)
            return;
        findings.Incidents++;
        if (_row is not { } row)
            Problem(null, "The incident's row is missing, its entries are there.");
        else if (row.Version != _version)
            Problem(_version, $"The incident's row is at version {row.Version}, its last entry is {_version}.");
        else if (row.Digest != _digest)
            Problem(_version, "The incident's row has another digest than its last entry.");
    }

    private async Task WithoutEntriesAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(
            "select id from incidents where not exists (select 1 from entries where incident = incidents.id) order by id");
        command.CommandTimeout = 0;
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            findings.Add(new("The incident has a row and no entries.", rows.GetString(0)));
    }

    private void Problem(long? version, string what) => findings.Add(new(what, _incident, version));
}
