using System.Data.Common;
using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Retention;

/// <summary>
/// Blobs go with the last incident that refers to them. The one that brought a blob owns it; when it goes, another one
/// that refers to it takes it over.
/// </summary>
internal sealed class BlobRemoval(DbConnection connection, IReadOnlyList<ClosedIncident> gone)
{
    private const int AtOnce = 500;
    private readonly HashSet<string> _gone = [.. gone.Select(incident => incident.Id)];

    public void Run()
    {
        foreach (var hashes in gone.SelectMany(incident => incident.Row.Blobs).Distinct().Chunk(AtOnce))
            Run(new("hash", hashes));
    }

    private void Run(InList<string> hashes)
    {
        var ids = new InList<string>("id", [.. _gone]);
        connection.Execute(
            $"delete from blob_refs where hash in {hashes} and incident in {ids}", [.. hashes.Parameters, .. ids.Parameters]);
        var heirs = Pairs($"select hash, min(incident) from blob_refs where hash in {hashes} group by hash", hashes).ToDictionary();
        var orphans = Pairs($"select hash, incident from blobs where hash in {hashes}", hashes).Where(blob => _gone.Contains(blob.Value)).ToList();
        foreach (var (hash, _) in orphans.Where(blob => heirs.ContainsKey(blob.Key)))
            Inherit(hash, heirs[hash]);
        var useless = orphans.ConvertAll(blob => blob.Key).FindAll(hash => !heirs.ContainsKey(hash));
        if (useless.Count == 0)
            return;
        var list = new InList<string>("useless", useless);
        connection.Execute($"delete from blobs where hash in {list}", list.Parameters);
    }

    private void Inherit(string hash, string heir)
    {
        connection.Execute("update blobs set incident = @heir where hash = @hash", ("heir", heir), ("hash", hash));
        connection.Execute("delete from blob_refs where hash = @hash and incident = @heir", ("heir", heir), ("hash", hash));
    }

    private List<KeyValuePair<string, string>> Pairs(string text, InList<string> hashes)
    {
        using var command = connection.Command(text, hashes.Parameters);
        using var rows = command.ExecuteReader();
        var pairs = new List<KeyValuePair<string, string>>();
        while (rows.Read())
            pairs.Add(new(rows.GetString(0), rows.GetString(1)));
        return pairs;
    }
}
